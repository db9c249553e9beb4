/** What a request for information found, as one page that needs nothing but itself, and as a list for a spreadsheet. */
import { csvLine, csvStart } from './write-csv'

export type Disclosure = {
  council: string
  reference: string
  asked: string
  asAt: string
  redacted: boolean
  kinds: { label: string; hits: { id: string; day: string; by: string | null; words: string; file: string | null }[] }[]
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const text = (value: string): string => value.replace(/[&<>"']/g, (sign) => escapes[sign]!)
const lines = (value: string): string => text(value).replace(/\n/g, '<br>')
const hrefOf = (path: string): string => text(path.split('/').map(encodeURIComponent).join('/'))

const style = `:root{color-scheme:light}body{margin:0 auto;max-width:62rem;padding:1rem;font:1.125rem/1.5 system-ui,Arial,sans-serif;color:#16202a;background:#fff}
h2{margin-top:2.5rem;border-top:4px solid #12436d;padding-top:.5rem}.scrolls{overflow-x:auto}
table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:700;padding:.5rem 0}
th,td{padding:.5rem .75rem .5rem 0;border-bottom:1px solid #c3ccd4;text-align:left;vertical-align:top;overflow-wrap:anywhere}a{color:#1a5a8e}`

export function writeDisclosurePage(of: Disclosure): string {
  const title = `${of.reference}: ${of.redacted ? 'as disclosed' : 'as recorded'}`
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)}, ${text(of.council)}</title><style>${style}</style></head>
<body><main>
<p>${text(of.council)}</p>
<h1>${text(title)}</h1>
<p>${lines(of.asked)}</p>
<p>As at ${text(of.asAt)}. ${of.redacted ? 'Where something was taken out, the reason stands in its place.' : 'Nothing was taken out: not to be given on as it is.'}</p>
${of.kinds.length === 0 ? '<p>Nothing was found.</p>' : of.kinds.map(section).join('\n')}
</main></body></html>
`
}

const section = ({ label, hits }: Disclosure['kinds'][number]): string => `<section>
<h2>${text(label)}</h2>
<div class="scrolls" role="region" tabindex="0" aria-label="${text(label)}"><table><caption>${text(label)}, the latest first</caption>
<thead><tr><th scope="col">Date</th><th scope="col">By</th><th scope="col">Words</th></tr></thead>
<tbody>${hits
  .map(
    ({ day, by, words, file }) =>
      `<tr><td>${text(day)}</td><td>${text(by ?? '')}</td><td>${lines(words)}${file === null ? '' : `<br><a href="${hrefOf(file)}">The file</a>`}</td></tr>`,
  )
  .join('\n')}</tbody></table></div>
</section>`

export const writeDisclosureCsv = ({ kinds }: Disclosure): string =>
  csvStart +
  csvLine(['Kind', 'Date', 'By', 'Words', 'File']) +
  kinds
    .flatMap(({ label, hits }) => hits.map(({ day, by, words, file }) => csvLine([label, day, by, words, file])))
    .join('')
