/** More documents of the Centre for Assessment: points in a table, empty justifications, a review in a document of its own. */
import { written, type Written } from './facts'
import { counts, grid } from './tables'
const layout = 'centre-for-assessment' as const
const lake = { plus: ['1.2.1', '2.1.1', '3.3.2'], partial: ['1.3.3', '5.2.4'] }
const pier = { plus: ['2.2.1', '2.2.2'], partial: ['3.1.1'] }
const pier2 = { plus: ['2.2.1', '2.2.2', '3.4.2'], partial: [] }
const glen = { plus: ['1.1.1', '3.4.1', '3.4.2', '3.4.3'], partial: [] }
const crit = (n: number, t: string, p: string, plus: string) => `
## Criterion ${n}: ${t}
## Summary
All is as it should be; see also 2.1.3 and 4.1.1, which were looked at in 2017.
## Elements with partial compliance
${p}

## Elements with compliance plus
${plus}
`
export const writtenForCentreForAssessmentAgain: Written[] = [
  written(
    'lake: three columns, empty justifications, words beside numbers, two assessors on two lines',
    {
      layout,
      organisation: 'Lakeside Council',
      reviews: [
        {
          kind: 'initial',
          assessors: ['Alder Wren', 'Sky Pike'],
          reportedOn: '2018-02-07',
          visitDates: ['2018-01-30', '2018-01-31', '2018-02-01'],
          ...lake,
          full: 52,
          unstated: 52,
          totals: counts(lake),
          byCriterion: 5,
          strengths: [['Warmth at the']],
          areas: [
            ['1', 'Ask specific questions', null, '1.3.3'],
            ['2', 'Tell callers how', null, '5.2.4'],
            ['3', 'Publish what changed', null],
          ],
          next: ['annual-1', '2019-01-01', '2019-01-31', true],
        },
      ],
    },
    `
# Customer Service Excellence
# Assessment Report
Organisation: Lakeside Council
This report covers the whole journey from initial assessment through 12-month and 24-month review visits.
## Section A – Scoring Achievement by Criterion
## Initial Assessment
${grid(lake)}

## Section B – Initial Assessment Report
| Assessors | Alder Wren & Sky Pike |
| Date of visit | 30 January – 1 February 2018 |
| Date of report | 7 February 2018 |

## Context
Lakeside is small.
## Key strengths
- Warmth at the counter
## Areas for development
| Ref | Element | Area for development |
| 1 | 1.3.3 | Ask specific questions about access |
| 2 | 5.2.4 | Tell callers how long the whole thing will take |
| 3 | | Publish what changed |

## Proposed date for 12 month review visit: January 2019
${crit(1, 'Customer Insight', '| Element | Wording | Justification |\n| 1.3.3 | Questions | |', '| Element | Wording | Justification |\n| 1.2.1 | Strategy | Nine ways of asking |')}
${crit(2, 'The Culture of the Organisation', 'None', '| Element | Wording | Justification |\n| 2.1.1 Commitment | | It is felt everywhere |')}
${crit(3, 'Information and Access', 'None', '| Element | Wording | Justification |\n| 3.3.2 | Channels | |')}
${crit(4, 'Delivery', 'None', 'None')}
${crit(5, 'Timeliness and Quality of Service', '| Element | Wording | Justification |\n| 5.2.4 | Next steps | Not told |', 'None')}
`,
  ),
  written(
    'pier: partial closed in words, dates backwards, element unknown',
    {
      layout,
      organisation: 'The Pier Trust',
      reviews: [
        {
          kind: 'initial',
          assessors: ['Ray Lowe'],
          reportedOn: '2016-09-20',
          ...pier,
          full: 54,
          unstated: 54,
          totals: counts(pier),
          byCriterion: 5,
          strengths: [['Staff'], ['Tickets']],
          areas: [
            ['1', 'Say the prices', 'Prices are on', '3.1.1'],
            ['2', 'Listen on winter', 'Not yet begun.'],
          ],
          next: ['annual-1', '2017-09-11', '2017-09-11', true],
        },
        {
          kind: 'annual-1',
          assessors: ['Ray Lowe'],
          reportedOn: '2016-08-29',
          plus: ['2.2.1', '2.2.2', '3.4.2'],
          full: 54,
          unstated: 54,
          totals: counts(pier2),
          byCriterion: 5,
          areas: [['1', 'Paint the turnstiles', null]],
          next: ['annual-2', '2018-09-01', '2018-09-30', true],
          marks: true,
        },
      ],
      queries: [
        ['dates-out-of-order', '1'],
        ['element-unknown', '1', '3.5.1'],
      ],
    },
    `
# Customer Service Excellence
# Assessment Report
## Name of Organisation
The Pier Trust
## Section A: Scoring Achievement by Criterion
## Initial Assessment
${grid(pier)}

## 12-month Review
${grid(pier2)}

## 24-month Review
${grid(null)}

## Section B: Initial Assessment Report
Assessor name Ray Lowe Date of report 20.9.2016
## Context
A pier.
## Key Strengths
- Staff
- Tickets
## Areas for Development
- Say the prices at the gate (3.1.1)
- Listen on winter days too
## Provisional date for 12-month review visit
Monday 11th September 2017
## Criterion 2 – The Culture
## Partial Compliance Elements
| Element | Justification |
| NA | |

## Compliance Plus Elements
| Element | Justification |
| 2.2.1 & 2.2.2 | Training and manners |

## Criterion 3 – Information
## Partial Compliance Elements
| Element | Justification |
| 3.1.1 | No prices |

## Compliance Plus Elements
| Element | Justification |
| NA | |

## Section C: 12-month Review Report
Assessor name Ray Lowe Date of report 29.8.2016
## Changes in relation to the five criteria
The café is new.
## Update on areas for development
- Say the prices at the gate (3.1.1) - Prices are on a board, and 3.1.1 is now fully compliant.
- Listen on winter days too: Not yet begun.
## New areas for development
- Paint the turnstiles (3.5.1)
## Partial Compliance elements
| Element | Justification |
| NONE | |

## Compliance Plus elements
| Element | Justification |
| 221, 222 | Remain CP |
| 342 | Agreed with all four partners |

## Use of Customer Service Excellence marks
Fine.
## Provisional date for 24-month review visit
September 2018
`,
  ),
  written(
    'glen: second review alone in its document, with the statement on earlier awards',
    {
      layout,
      organisation: 'Glen Valley Council',
      reviews: [
        {
          kind: 'annual-2',
          assessors: ['Isla Burn'],
          reportedOn: '2020-10-05',
          plus: ['1.1.1', '3.4.1', '3.4.2', '3.4.3'],
          full: 53,
          unstated: 53,
          totals: counts(glen),
          byCriterion: 5,
          areas: [
            ['1', 'Bring the back', null],
            ['2', 'Show next time', null],
          ],
          next: ['recertification', '2021-09-01', '2021-09-30', true],
          marks: true,
          outcome: true,
        },
      ],
    },
    `
Customer Service Excellence
24-month Review Report
Name of Organisation
Glen Valley Council
Section A: Scoring Achievement by Criterion
24-month Review
${grid(glen)}

Section D: 24-month Review Report
Assessor name Isla Burn Date of report 5th October 2020
Changes in relation to the five criteria
Criterion 1 – Customer insight
- Lockdown surveys
Criterion 2 – Culture
- Thank-you letters
Updates re areas for development
All of last year's points have been dealt with.
New areas for development
- Bring the back office into the mystery shopping
- Show next time how the new web pages are used
Partial Compliance elements
| Element | Justification |
| None | |

Compliance Plus elements
| Element | Justification |
| 111, 341 and 342 | Previously awarded and still CP |
| 343 | New: the larder and the lift share |

Use of Customer Service Excellence marks
Used with care.
Recommendation
I recommend that Glen Valley Council retains Customer Service Excellence.
Provisional date for recertification visit September 2021
`,
  ),
]
