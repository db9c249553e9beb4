/** The page an assessor opens first: it needs nothing but itself and the files beside it, works without a network and
 * without scripts, and is read aloud as well as seen. */
import { formatDate } from '~/domain/dates'
import { formatFileSize } from '~/domain/file-size'
import type { Missing } from '~/domain/pack'
import type { CriterionInPack, ElementInPack, PackContents, PackDocument } from '~/domain/pack-contents'
import { capitalised, counted, listed } from '~/domain/sentence'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const text = (value: string): string => value.replace(/[&<>"']/g, (sign) => escapes[sign]!)
const lines = (value: string): string => text(value).replace(/\n/g, '<br>')
const hrefOf = (path: string): string => text(path.split('/').map(encodeURIComponent).join('/'))
const idOf = (words: string): string => words.toLowerCase().replace(/[^a-z0-9]+/g, '-')

const style = `
:root{color-scheme:light}
body{margin:0;font:1.125rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;color:#16202a;background:#fff}
.wrap{max-width:62rem;margin:0 auto;padding:0 1rem 4rem}
header{background:#12436d;color:#fff}header .wrap{padding-top:1.25rem;padding-bottom:1.25rem}
h1{margin:0;font-size:2rem;line-height:1.2}h2{margin:3rem 0 1rem;padding-top:.5rem;border-top:4px solid #12436d;font-size:1.6rem}
h3{margin:2rem 0 .5rem;font-size:1.25rem}h4{margin:1.5rem 0 .25rem;font-size:1.0625rem}
a{color:#1a5a8e}a:focus{outline:3px solid #16202a;background:#ffd23f;color:#16202a}
.skip{position:absolute;left:-99em}.skip:focus{left:1rem;top:1rem;padding:.5rem}
.scrolls{overflow-x:auto}table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:700;padding:.5rem 0}
th,td{padding:.5rem .75rem .5rem 0;border-bottom:1px solid #c3ccd4;text-align:left;vertical-align:top;overflow-wrap:anywhere}
ul{padding-left:1.4rem}.facts{color:#4a5661;font-size:1rem}.note{border-left:6px solid #8fa8bd;padding:.25rem 1rem;margin:1rem 0}
blockquote{margin:.5rem 0;padding-left:1rem;border-left:4px solid #8fa8bd}
footer{border-top:1px solid #c3ccd4;margin-top:3rem;padding-top:1rem;font-size:1rem}
.marking{margin:0;padding:.25rem;text-align:center;font-weight:700;background:#fff}
@media print{.marking{position:fixed;top:0;left:0;right:0}.wrap{padding-top:2rem}.skip,nav{display:none}a{color:inherit}}`

/** Fixed while it prints, so that it stands on every sheet. */
const markingHtml = (marking: string | null | undefined): string =>
  marking ? `<p class="marking">${text(marking)}</p>\n` : ''

export function writePackIndex(pack: PackContents): string {
  const { manifest, review } = pack
  const sections: [string, string][] = [
    ['Asked for', requestsHtml(pack)],
    ['Missing or held back', missingHtml(manifest.missing)],
    ['By element', criteriaHtml(pack.criteria)],
    ['New since the last visit', newHtml(pack)],
    ['Answers to last time', answersHtml(pack)],
    ['Use of the mark', markHtml(pack)],
    ['How to check this pack', checkHtml()],
  ]
  const title = `Evidence pack ${manifest.pack}: ${manifest.title}`
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)}, ${text(manifest.council)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#main">Skip to main content</a>
${markingHtml(manifest.marking)}<header><div class="wrap"><p>${text(manifest.council)}</p><h1>${text(title)}</h1></div></header>
<main class="wrap" id="main">
<p>${text(review.certificate)}. ${text(review.visit)} Assessment body: ${text(review.body)}.</p>
<p class="note">Our own view as at ${formatDate(manifest.asAt)}; the certification body decides.</p>
<p>${counted(manifest.files, 'document')} (${formatFileSize(manifest.bytes)}) ${manifest.files === 1 ? 'is' : 'are'} in this pack.
Each lies in it once, however often it is named. <a href="self-assessment.docx">The self-assessment is one Word document</a>.</p>
<nav aria-label="Contents"><h2>Contents</h2><ul>${sections
    .map(([name]) => `<li><a href="#${idOf(name)}">${name}</a></li>`)
    .join('')}</ul></nav>
${sections.map(([name, html]) => `<section><h2 id="${idOf(name)}">${name}</h2>\n${html}</section>`).join('\n')}
<footer><p>Customer Service Excellence is a trade mark of the Cabinet Office. Titles of elements are short titles of
our own${pack.criteria.some(({ elements }) => elements.some(({ wording }) => wording !== null)) ? '; where the official wording stands, the council loaded it' : ''}.</p></footer>
</main>
</body>
</html>
`
}

const documentHtml = (entry: PackDocument): string =>
  `<li><a href="${hrefOf(entry.path)}">${text(entry.title)}</a> <span class="facts">(${[
    entry.asAt === null ? 'date not known' : `dated ${formatDate(entry.asAt)}`,
    formatFileSize(entry.size),
    `version ${entry.version}`,
    ...(entry.isNew ? ['new since the last visit'] : []),
  ]
    .map(text)
    .join(', ')})${
    entry.released === null ? '' : ` Personal data released by ${text(entry.released.who)}: ${text(entry.released.why)}`
  }</span></li>`

const documentsHtml = (documents: readonly PackDocument[], none: string): string =>
  documents.length === 0 ? `<p>${none}</p>` : `<ul>${documents.map(documentHtml).join('')}</ul>`

const answeredBy = {
  answers: '<a href="#answers-to-last-time">the answers to last time</a>',
  'self-assessment': '<a href="self-assessment.docx">the self-assessment</a>',
} as const

function requestsHtml({ requests }: PackContents): string {
  if (requests.length === 0) return '<p>No documents were asked for.</p>'
  return requests
    .map(
      (request, index) => `<h3>${index + 1}. ${text(request.title)}</h3>
<p>${text(request.state)}${request.why === null ? '' : `: ${text(request.why)}`}.${
        request.period === null ? '' : ` Period wanted: ${text(request.period)}.`
      }</p>
${request.answeredBy === null ? '' : `<p>In this pack: ${answeredBy[request.answeredBy]}.</p>`}${
        request.answeredBy !== null && request.documents.length === 0
          ? ''
          : documentsHtml(request.documents, 'No document of this pack answers it.')
      }`,
    )
    .join('\n')
}

const aboutWords = { request: 'Asked for', item: 'Document', element: 'Element' } as const

function missingHtml(missing: readonly Missing[]): string {
  if (missing.length === 0) return '<p>Nothing is missing.</p>'
  return `<p>${counted(missing.length, 'thing')} ${missing.length === 1 ? 'is' : 'are'} not in this pack, each with why.</p>
<div class="scrolls"><table><caption>What is missing or held back</caption>
<thead><tr><th scope="col">What</th><th scope="col">Which</th><th scope="col">Why</th></tr></thead><tbody>
${missing
  .map(
    ({ about, title, why, url, id }) =>
      `<tr><td>${aboutWords[about]}</td><th scope="row">${text(about === 'element' ? `${id} ${title}` : title)}</th><td>${text(capitalised(why))}.${
        url === null ? '' : ` <a href="${text(url)}">${text(url)}</a>`
      }</td></tr>`,
  )
  .join('\n')}
</tbody></table></div>`
}

const criteriaHtml = (criteria: readonly CriterionInPack[]): string =>
  criteria
    .map(
      ({ number, title, supplementary, elements }) =>
        `<h3>${supplementary ? 'Supplementary criterion' : 'Criterion'} ${text(number)}: ${text(title)}</h3>
${supplementary ? '<p>The council’s own: it does not count towards the certificate.</p>' : ''}
${elements.map(elementHtml).join('\n')}`,
    )
    .join('\n')

const elementHtml = ({ number, title, wording, level, levelFrom, words, documents }: ElementInPack): string =>
  `<h4 id="element-${text(number)}">${text(number)} ${text(title)}</h4>
${wording === null ? '' : `<blockquote>${lines(wording)}</blockquote>`}
<p><strong>${text(level)}</strong> <span class="facts">(${text(levelFrom)})</span></p>
${words === null ? '' : `<p>${lines(words)}</p>`}
${documentsHtml(documents, 'No document in this pack.')}`

function newHtml({ criteria, lastVisit }: PackContents): string {
  if (lastVisit === null) return '<p>There was no visit before this one.</p>'
  return `<p>Since the last visit, on ${lastVisit}.</p>${criteria
    .map(({ number, title, elements }) => {
      const fresh = elements.flatMap((element) => element.isNew.map((each) => `${element.number}: ${each}`))
      return `<h3>Criterion ${text(number)}: ${text(title)}</h3>${
        fresh.length === 0
          ? '<p>Nothing new.</p>'
          : `<ul>${fresh.map((each) => `<li>${text(each)}</li>`).join('')}</ul>`
      }`
    })
    .join('\n')}`
}

function answersHtml({ answers, plus, lastVisit }: PackContents): string {
  const points =
    answers.length === 0
      ? `<p>${lastVisit === null ? 'There was no visit before this one.' : 'No point was raised at the last visit.'}</p>`
      : answers.map(answerHtml).join('\n')
  const kept = plus
    .map(
      (each) => `<h4>${text(each.element)} ${text(each.title)}</h4>
<p>Now: ${text(each.nowLevel)}.</p>${each.justification === null ? '' : `<blockquote>${lines(each.justification)}</blockquote>`}
${documentsHtml(each.documents, 'No document newer than the last visit.')}`,
    )
    .join('\n')
  return `${points}${plus.length === 0 ? '' : `<h3>What was rated compliance plus</h3>${kept}`}`
}

const answerHtml = (answer: PackContents['answers'][number]): string =>
  `<h3>${text(answer.number)}. <span>${lines(answer.text)}</span></h3>
<p>${text(answer.state)}${answer.why === null ? '' : `: ${text(answer.why)}`}.${
    answer.category === null ? '' : ` Progress: ${text(answer.category)}.`
  }${answer.elements.length === 0 ? '' : ` Elements: ${text(listed(answer.elements))}.`}</p>
${answer.words === null ? '<p>Nothing was said of it yet.</p>' : `<p>As at ${formatDate(answer.asAt!)}: ${lines(answer.words)}</p>`}
${
  answer.actions.length === 0
    ? ''
    : `<h4>Actions</h4><ul>${answer.actions
        .map((action) => `<li>${text(`Action ${action.number}, ${action.state}`)}: ${text(action.text)}</li>`)
        .join('')}</ul>`
}
<h4>Documents</h4>${documentsHtml(answer.documents, 'No document in this pack.')}`

const markHtml = ({ mark }: PackContents): string =>
  `${mark.lastTime === null ? '' : `<p>The last report said: ${lines(mark.lastTime)}</p>`}
${documentsHtml(mark.documents, 'No document on the use of the mark is in this pack.')}`

const checkHtml = (): string =>
  `<p><a href="manifest.csv">manifest.csv</a> and <a href="manifest.json">manifest.json</a> name every document with its
SHA-256, version and date; <a href="missing.txt">missing.txt</a> is the list of what is missing. A document whose SHA-256
is the same as there is the one that was put in.</p>`
