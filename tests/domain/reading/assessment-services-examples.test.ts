import { describe, expect, it } from 'vitest'
import { readAssessmentServices } from '~/domain/reading/assessment-services'
import type { Level } from '~/domain/reading/draft'
import { allElements } from '~/domain/reading/report-elements'
import { Sheet } from '#tests/support/make-reports'

/** The smallest report: cover, one table of findings for a sub-criterion, and what `more` adds. */
function report(more: (sheet: Sheet) => void, type = 'Annual Review Year 1'): Sheet {
  const sheet = new Sheet()
  sheet.table()
  sheet.row('Organisation / Service Assessed', 'Longford District Council')
  sheet.row('Report Type', type)
  more(sheet)
  return sheet
}
const closing = (sheet: Sheet, rows: [string, string][], heading = '8. Compliance against the Standard') => {
  sheet.heading(heading)
  sheet.table()
  sheet.row('Element', 'Accreditation')
  for (const row of rows) sheet.row(...row)
}
const full = (except: Record<string, string> = {}): [string, string][] =>
  allElements.map((element) => [element, except[element] ?? 'Compliance'])
const read = (sheet: Sheet) => {
  const draft = readAssessmentServices(sheet.blocks)
  const review = draft.reviews[0]!
  const at = (level: Level) => review.ratings.filter((rating) => rating.level === level).map(({ element }) => element)
  return { draft, review, at, asked: draft.queries.map(({ code, elements }) => [code, ...elements]) }
}

describe('levels', () => {
  it('are full without being stated where only plus and partial are listed', () => {
    const { review, at } = read(
      report((sheet) => {
        sheet.heading('7. Conclusion')
        sheet.paragraph('Compliance Plus: 1.1.3, 2.1.1')
        sheet.table()
        sheet.row('Partial Compliance', '3.1.2')
        sheet.paragraph('Compliant Plus 2')
        sheet.paragraph('Compliant 54')
        sheet.paragraph('Partially Compliant 1')
      }),
    )
    expect(at('plus')).toEqual(['1.1.3', '2.1.1'])
    expect(at('partial')).toEqual(['3.1.2'])
    expect(review.ratings).toHaveLength(57)
    expect(review.ratings.filter(({ stated }) => !stated)).toHaveLength(54)
  })

  it('take a lost number from its neighbours, and say so', () => {
    const rows = full({ '2.1.4': 'Partial Compliance' }).map(([element, level]): [string, string] => [
      element === '2.1.4' ? '' : element,
      level,
    ])
    const { review } = read(report((sheet) => closing(sheet, rows)))
    expect(review.ratings.find(({ element }) => element === '2.1.4')).toMatchObject({
      level: 'partial',
      stated: true,
      inferred: true,
    })
    expect(review.ratings).toHaveLength(57)
  })

  it('are not guessed where two lost numbers could be either, and both rows are shown', () => {
    const rows = full()
      .filter(([element]) => element !== '2.1.5')
      .map(([element, level]): [string, string] => [element === '2.1.4' ? '' : element, level])
    const { draft, review } = read(report((sheet) => closing(sheet, rows)))
    expect(review.ratings.map(({ element }) => element)).not.toContain('2.1.4')
    expect(draft.notUnderstood).toHaveLength(1)
  })

  it('that are missing in their row are asked for when the totals count them', () => {
    const { draft, asked } = read(
      report((sheet) => {
        closing(sheet, full({ '4.2.1': '' }))
        sheet.heading('Totals')
        sheet.paragraph('Compliant Plus: 0')
        sheet.paragraph('Compliant: 57')
        sheet.paragraph('Partial Compliant: 0')
        sheet.paragraph('Non Compliant: 0')
      }),
    )
    expect(draft.notUnderstood.map(({ text }) => text)).toEqual(['4.2.1'])
    expect(asked).toEqual([['totals-differ', '4.2.1']])
  })

  it('given twice and differently are a question', () => {
    const { review, asked } = read(
      report((sheet) => {
        sheet.heading('6. Assessor Findings')
        sheet.heading('1.1 Who they are')
        sheet.table()
        sheet.row('Element', 'Assessor Findings', 'Compliance level')
        sheet.row('1.1.1 We know them', 'They are known.', 'Partial')
        closing(sheet, full())
      }),
    )
    expect(review.ratings[0]).toMatchObject({ element: '1.1.1', level: 'full', justification: 'They are known.' })
    expect(asked).toEqual([['narrative-differs', '1.1.1']])
  })
})

describe('scope', () => {
  const some = ['1.1.1', '1.2.1', '1.3.1', '2.1.1', '2.2.1', '3.1.1', '3.2.1', '3.3.1', '3.4.1', '4.1.1']
  it('is what the closing table lists, where the totals count no more', () => {
    const { review } = read(
      report((sheet) => {
        closing(
          sheet,
          some.map((element) => [element, 'Compliance']),
        )
        sheet.heading('Totals')
        sheet.paragraph('Compliant Plus: 0')
        sheet.paragraph('Compliant: 10')
        sheet.paragraph('Partial Compliant: 0')
      }, 'Rolling Programme Year 2'),
    )
    expect(review).toMatchObject({ kind: 'annual-2', scope: some })
    expect(review.ratings).toHaveLength(10)
  })

  it('is all elements where a row or two are lost', () => {
    const { review } = read(report((sheet) => closing(sheet, full().slice(0, 55))))
    expect(review.scope).toBe('all')
  })
})

describe('areas and strengths', () => {
  const areasOf = (...texts: string[]) =>
    read(
      report((sheet) => {
        sheet.heading('5. AREAS FOR IMPROVEMENT:')
        for (const text of texts) sheet.paragraph(text)
      }),
    ).review.areasForDevelopment.map(({ number, elements }) => [number, ...elements])

  it.each([
    ['Signs at the depot are worn out (1.1.2 & 2.1.1).', [['1', '1.1.2', '2.1.1']]],
    ['Signs at the depot are worn out (elements 1.1.1 to 1.1.3)', [['1', '1.1.1', '1.1.2', '1.1.3']]],
    ['Signs at the depot are worn out [3.4.1/2]', [['1', '3.4.1', '3.4.2']]],
    ['Signs at the depot are worn out (112)', [['1', '1.1.2']]],
    ['3. Signs at the depot should be renewed.', [['3']]],
    ['b) Signs at the depot should be renewed (4.1.1)', [['b', '4.1.1']]],
    ['1.3.4 Signs at the depot should be renewed.', [['1', '1.3.4']]],
    ['More could be done in criteria 4 and 5.', [['1']]],
    ['Signs at the depot were renewed in spring.', []],
    ['The list below names what was found, each with its element:', []],
  ])('%s', (text, expected) => {
    expect(areasOf(text)).toEqual(expected)
  })

  it('puts a paragraph together that a page broke', () => {
    expect(
      areasOf('Signs at the depot are so worn out by now that', 'nobody can read them in the dark (1.1.2)'),
    ).toEqual([['1', '1.1.2']])
  })
})

describe('what sentences say of elements', () => {
  const asks = (sentence: string, level: string) =>
    read(
      report((sheet) => {
        sheet.heading('2. Introduction')
        sheet.paragraph(sentence)
        closing(sheet, full({ '1.1.1': level }))
      }),
    ).asked

  it.each([
    ['Element 1.1.1 has been awarded Compliance Plus.', 'Compliance', true],
    ['Element 1.1.1 has been awarded Compliance Plus.', 'Compliance plus', false],
    ['Element 1.1.1 is now compliant.', 'Partial Compliance', true],
    ['Element 1.1.1 is now compliant.', 'Compliance', false],
    ['Element 1.1.1 remains a key strength.', 'Partial Compliance', true],
    ['Element 1.1.1 is partially compliant.', 'Compliance', true],
    ['Element 1.1.1 was partially compliant then.', 'Compliance', false],
    ['Element 1.1.1 could be compliance plus next year.', 'Compliance', false],
    ['Element 1.1.1 is not yet a strength.', 'Partial Compliance', false],
  ])('%s – and the table: %s', (text, level, differs) => {
    expect(asks(text, level)).toEqual(differs ? [['narrative-differs', '1.1.1']] : [])
  })
})

it('asks about an element in the closing table that the standard does not have, and shows its row', () => {
  const { draft, asked, review } = read(report((sheet) => closing(sheet, [...full(), ['6.1.1', 'Compliance']])))
  expect(asked).toEqual([['element-unknown', '6.1.1']])
  expect(draft.notUnderstood.map(({ text }) => text)).toEqual(['6.1.1 Compliance'])
  expect(review.ratings).toHaveLength(57)
})

it('asks about three partials in a criterion that bears two, since the certificate hangs on it', () => {
  const { draft } = read(
    report((sheet) => closing(sheet, full({ '1.1.1': 'Partial', '1.1.2': 'Partial', '1.1.3': 'Partial' }))),
  )
  expect(draft.queries).toMatchObject([
    { code: 'over-tolerance', elements: ['1.1.1', '1.1.2', '1.1.3'], decides: true },
  ])
})

it('asks about a cover and a key information that name different reviews', () => {
  const { draft } = read(
    report((sheet) => {
      sheet.heading('1. Key Information')
      sheet.table()
      sheet.row('Assessment Type', 'Annual Review Year 2')
    }),
  )
  expect(draft.queries.map(({ code }) => code)).toEqual(['heading-differs'])
})

it('finds the areas where their heading is lost, by the sentence that leads to them', () => {
  const { review } = read(
    report((sheet) => {
      sheet.heading('4. Summary of Strengths')
      sheet.paragraph('The depot answers every letter on the day it comes (1.1.1)')
      sheet.paragraph('The following areas were identified for improvement, with their element in brackets:')
      sheet.paragraph('Signs at the depot are worn out (1.1.2)')
    }),
  )
  expect(review.strengths.map(({ elements }) => elements)).toEqual([['1.1.1']])
  expect(review.areasForDevelopment.map(({ elements }) => elements)).toEqual([['1.1.2']])
})
