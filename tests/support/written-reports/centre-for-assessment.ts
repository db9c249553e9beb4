/** Documents as different assessors of the Centre for Assessment fill them in. Invented bodies, invented people. */
import { written, type Written } from './facts'
import { grid } from './tables'
import { counts } from './tables'
import type { Given } from './script'

const layout = 'centre-for-assessment' as const

const front = (organisation: string): string => `
# Customer Service Excellence
# Assessment Report
## Name of Organisation
${organisation}
## Contents
| Introduction | Page 2 |
| Section A: Scoring Achievement by Criterion | Page 3 |
| Section B: Initial Assessment Report | Page 4 |
| Section C: 12-month Review Report | Page 9 |
| Section D: 24-month Review Report | Page 11 |
| Section E: Notes | Page 13 |

This mark rewards bodies that put those they serve first. The assessment has a review of papers and a visit.
`
const blank = (title: string): string => `
## ${title}
| Assessor name | | Date of report | |

## Changes in relation to the five criteria
Assessors should write short points for each of the criteria to show what is new.
## Partial Compliance Elements
| Element | Justification |
| | |

## Compliance Plus Elements
| Element | Justification |
| | |

## Use of Customer Service Excellence marks
## Provisional date for the next visit
`
const notes = `
## Section E: Notes
## Section A
## Definitions
NON-COMPLIANCE: there is little that shows it.
PARTIAL COMPLIANCE: there is some, with gaps that matter.
The most partial compliances that each criterion bears are in the table.
| | 1 | 2 | 3 | 4 | 5 | Total |
| Number of elements in the criterion | 11 | 11 | 12 | 13 | 10 | 57 |
| Maximum number of partial compliances allowed | 2 | 2 | 2 | 3 | 2 | 11 |

## Section B
Two months before the visit the assessor wants these papers.
- Latest figures on how well the standards were met.
- Latest annual report.
`
const TITLES = ['CUSTOMER INSIGHT', 'THE CULTURE', 'INFORMATION AND ACCESS', 'DELIVERY', 'TIMELINESS AND QUALITY']
type Form = {
  criterion?: (number: number, title: string) => string
  partialHead?: string
  plusHead?: string
  header?: string
  none?: string
  element?: (element: string) => string
}
/** The criteria of a full assessment, with a summary and two tables each. */
function inCriteria(given: Given, form: Form = {}): string {
  const element = form.element ?? ((each: string) => each)
  const table = (head: string, elements: string[]) =>
    `${head === '' ? '' : `## ${head}`}\n${form.header ?? '| Element | Justification |'}\n${elements.length === 0 ? (form.none ?? '| NA | |') : elements.map((each) => `| ${element(each)} | Strong proof from desks and depots, among it the work of the ${each} group |`).join('\n')}\n`
  return TITLES.map((title, index) => {
    const own = (elements: string[] = []) => elements.filter((each) => each.startsWith(`${index + 1}.`))
    return `
## ${(form.criterion ?? ((number, each) => `Criterion ${number} – ${each}`))(index + 1, title)}
## Summary
In this criterion the service does what it says, and 71% of those asked agreed in the survey of March 2018.
${table(form.partialHead ?? 'Partial Compliance Elements', own(given.partial))}
${table(form.plusHead ?? 'Compliance Plus Elements', own(given.plus))}`
  }).join('\n')
}

const marina = { plus: ['1.1.1', '2.1.2', '3.4.1'], partial: ['1.3.2', '4.1.2'] }
const marinaLater = { plus: ['1.1.1', '2.1.2', '3.4.1', '2.2.5'], partial: ['4.1.2'] }
const fen = { plus: ['1.1.3', '1.2.1', '2.2.2', '5.2.3'], partial: [] }
const fenSecond = { plus: ['1.1.3', '1.2.1', '2.2.2', '5.2.3', '3.3.1'], partial: [] }
const fenThird = { plus: ['1.1.3', '2.2.2', '5.2.3', '3.3.1', '4.3.1', '4.3.2'], partial: ['1.2.2'] }
const tower = { plus: ['2.1.1', '2.1.6'], partial: ['3.2.2'] }
const bay = { plus: ['3.3.3', '4.2.4'], partial: ['2.2.3', '5.3.3'] }
const dale = { plus: ['1.1.2', '4.1.3'], partial: [] }
const daleLater = { plus: ['1.1.2', '4.1.3'], partial: [] }
const hill = { plus: ['2.1.1', '2.2.1', '3.2.1'], partial: ['1.2.3'] }
const ford = { plus: ['1.3.5', '3.4.3'], partial: ['2.1.2', '2.1.4', '2.2.4'] }
const moor = { plus: ['1.1.1', '3.4.1'], partial: [] }

export const writtenForCentreForAssessment: Written[] = [
  written(
    'a harbour authority at its first review, the answers marked by words',
    {
      layout,
      organisation: 'Marina Harbour Authority',
      reviews: [
        {
          kind: 'initial',
          assessors: ['Jay Thorn'],
          reportedOn: '2018-05-22',
          ...marina,
          full: 52,
          unstated: 52,
          totals: counts(marina),
          byCriterion: 5,
          strengths: [['Pride in the'], ['A plain way']],
          areas: [
            ['1', 'Publish satisfaction by', 'Done: the board', '1.3.2'],
            ['2', 'Look at why', 'Better, though the', '4.1.2'],
            ['3', 'Bring the berth', 'All but two'],
          ],
          next: ['annual-1', '2019-05-14', '2019-05-15', true],
        },
        {
          kind: 'annual-1',
          assessors: ['Jay Thorn'],
          reportedOn: '2019-05-28',
          plus: ['1.1.1', '2.1.2', '2.2.5', '3.4.1'],
          partial: ['4.1.2'],
          full: 52,
          unstated: 52,
          totals: counts(marinaLater),
          byCriterion: 5,
          areas: [
            ['1', 'Ask the fishing', null],
            ['2', 'Put the tide', null, '3.1.1'],
          ],
          next: ['annual-2', '2020-05-12', '2020-05-13', true],
          marks: true,
        },
      ],
    },
    `
${front('Marina Harbour Authority')}
## Section A: Scoring Achievement by Criterion
## Initial Assessment
${grid(marina)}

## 12-month Review
${grid(marinaLater)}

## 24-month Review
${grid(null)}

## Section B: Initial Assessment Report
Assessor name Jay Thorn Date of report 22nd May 2018
## Context
The authority has 140 staff and four harbours. In 2016 it took over the fish quay.
## Summary
A sound first assessment.
## Key Strengths
- Pride in the job, at all levels
- A plain way with words
## Areas for Development
These will be looked at in 2019.
- Publish satisfaction by harbour (1.3.2)
- Look at why the standard for e-mails is missed (4.1.2)
- Bring the berth holders into the review of charges
## Provisional date for 12-month review visit
14th & 15th May 2019
${inCriteria(marina)}
## Section C: 12-month Review Report
Assessor name: Jay Thorn Date of report: 28/05/2019
## Changes in relation to the five criteria and areas for development
The new quay opened in January.
## Criterion 1 – Customer Insight
- A survey of 800 berth holders
## Criterion 2 – Culture
- A staff award, judged by customers
## Updates re areas for development
- Publish satisfaction by harbour (1.3.2)
Update: Done: the board prints it every quarter.
- Look at why the standard for e-mails is missed (4.1.2)
Response – Better, though the target of 90% is still missed.
- Bring the berth holders into the review of charges
12-month review finding: All but two came to the first meeting.
## New areas for development
- Ask the fishing fleet as well
- Put the tide tables into three languages (3.1.1)
## Partial Compliance elements
| Element | Justification |
| 4.1.2 | The standard for e-mails is met in eight months of twelve |

## Compliance Plus elements
| Element | Justification |
| | All three elements previously identified as CP (111, 212 and 341) remain CP. One additional CP element has been identified: |
| 225 | The work with apprentices is now copied by other ports |

## Use of Customer Service Excellence marks
On the website and on vans, correctly.
## Provisional date for 24-month review visit
12th and 13th May 2020
${blank('Section D: 24-month Review Report')}
${notes}
`,
  ),

  written(
    'a council after three visits, with awards won and lost',
    {
      layout,
      organisation: 'FENWICK AND ELM DISTRICT COUNCIL',
      reviews: [
        {
          kind: 'initial',
          assessors: ['Rook Ashby', 'Tansy Vale'],
          reportedOn: '2015-03-09',
          ...fen,
          full: 53,
          unstated: 53,
          totals: counts(fen),
          byCriterion: 5,
          strengths: [['Leaders who listen']],
          areas: [
            ['1', 'Review the letters', 'A group of'],
            ['2', 'Think about the', null],
          ],
          next: ['annual-1', '2016-03-01', '2016-03-31', true],
        },
        {
          kind: 'annual-1',
          assessors: ['Rook Ashby'],
          reportedOn: '2016-03-21',
          plus: ['1.1.3', '1.2.1', '2.2.2', '3.3.1', '5.2.3'],
          full: 52,
          unstated: 52,
          totals: counts(fenSecond),
          byCriterion: 5,
          areas: [['1', 'Make the annual', 'It is eight']],
          next: ['annual-2', '2017-03-06', '2017-03-08', true],
          marks: true,
        },
        {
          kind: 'annual-2',
          assessors: ['Tansy Vale'],
          reportedOn: '2017-03-20',
          plus: ['1.1.3', '2.2.2', '3.3.1', '4.3.1', '4.3.2', '5.2.3'],
          partial: ['1.2.2'],
          full: 50,
          unstated: 49,
          totals: counts(fenThird),
          byCriterion: 5,
          areas: [['1', 'Consultation has slowed', null, '1.2.2']],
          next: ['recertification', '2018-03-05', '2018-03-11', true],
          marks: true,
        },
      ],
    },
    `
${front('FENWICK AND ELM DISTRICT COUNCIL')}
# SECTION A: SCORING ACHIEVEMENT BY CRITERION
Initial Assessment
${grid(fen)}

12-month Review
${grid(fenSecond)}

24-month Review
${grid(fenThird)}

# SECTION B: INITIAL ASSESSMENT REPORT
| Assessor name | Rook Ashby/Tansy Vale | Date of report | 09.03.15 |

Context
Fenwick and Elm has run its own markets since 1974.
Key Strengths
- Leaders who listen
Areas for Development
- Review the letters that go out about parking
- Think about the evenings, when nobody answers
Provisional date for 12-month review visit: March 2016
${inCriteria(fen, { criterion: (number, title) => `Criterion ${number}: ${title}`, none: '| None | |' })}
# SECTION C: 12-MONTH REVIEW REPORT
| Assessor name | Rook Ashby | Date of report | 21.03.16 |

Changes in relation to the five criteria
There are many.
Criterion 1: Insight
- New ward profiles
Progress on areas for development from the initial assessment
- Review the letters that go out about parking. A group of residents rewrote all nine.
- Think about the evenings, when nobody answers
New areas for development
- Make the annual report shorter
Partial Compliance Elements
| Element | Justification |
| N/A | |

Compliance Plus Elements
| Element | Justification |
| | All elements that were Compliance Plus at the initial assessment remain so. |
| 3.3.1 | Five ways in, all of them used |

Use of Customer Service Excellence marks
No concerns.
Provisional date for 24-month review visit: 6th to 8th March 2017
# SECTION D: 24-MONTH REVIEW REPORT
| Assessor name | Tansy Vale | Date of report | 20.03.17 |

Changes in relation to the five criteria
Fewer staff, same standards.
Updates on areas for development
- Make the annual report shorter
It is eight pages now.
New areas for development
- Consultation has slowed since the team was cut; please show next time what was asked, and of whom (1.2.2)
Partial Compliance Elements
| Element | Justification |
| 1.2.2 | Only two consultations since the last visit |

Compliance Plus Elements
| Element | Justification |
| | Elements previously awarded CP all remain CP with the exception of 1.2.1, which is now fully compliant. |
| 4.3.1 & 4.3.2 | Dips are told at once, and complaints are a pleasure to make |

Use of Customer Service Excellence marks
No concerns.
Provisional date for recertification visit: w/c 5 March 2018
${notes}
`,
  ),

  written(
    'a tower of flats, criteria by number alone and a total column',
    {
      layout,
      organisation: 'Tower Homes Ltd',
      reviews: [
        {
          kind: 'initial',
          assessors: ['Briar Stone'],
          reportedOn: '2021-11-30',
          ...tower,
          full: 54,
          unstated: 54,
          totals: counts(tower),
          byCriterion: 5,
          strengths: [['Concierges know every'], ['Staff can spend', '2.1.6']],
          areas: [
            ['1', 'Check that letters', null, '3.2.2'],
            ['2', 'Element 1.2.1: widen', null, '1.2.1'],
          ],
          next: ['annual-1', '2022-11-08', '2022-11-08', true],
          outcome: true,
        },
      ],
    },
    `
Customer Service Excellence
Assessment Report
Name of organisation: Tower Homes Ltd
Centre for Assessment hopes that you find this of use.
Section A: Scoring Achievement by Criterion
Initial Assessment
| | 1 | 2 | 3 | 4 | 5 | Total |
| Compliance Plus | 0 | 2 | 0 | 0 | 0 | 2 |
| Full Compliance | 11 | 9 | 11 | 13 | 10 | 54 |
| Partial Compliance | 0 | 0 | 1 | 0 | 0 | 1 |
| Non-Compliance | 0 | 0 | 0 | 0 | 0 | 0 |

Section B: Initial Assessment Report
Assessor name
Briar Stone
Date of report
30 November 2021
Context
Tower Homes lets 612 flats in nine towers.
Key Strengths
- Concierges know every door
- Staff can spend up to £50 to put a thing right (2.1.6)
Areas for Development
1. Check that letters are understood (3.2.2)
2. Element 1.2.1: widen the panel beyond those who always come
Overall outcome
The assessor recommends that Tower Homes be awarded Customer Service Excellence.
Provisional date for 12-month review visit
8 November 2022
${inCriteria(tower, { criterion: (number, title) => `${number}. ${title}`, partialHead: 'Partial Compliance', plusHead: 'Compliance Plus', header: '| Element | Reason |' })}
Section C: 12-month Review Report
Assessor name Date of report
Section D: 24-month Review Report
Assessor name Date of report
Section E: Notes
The scope of the assessment is set out here.
`,
  ),

  written(
    'a recertification in a document of its own, the grid one plus too many',
    {
      layout,
      organisation: 'Bay Bus Company',
      reviews: [
        {
          kind: 'recertification',
          assessors: ['Linnet Marsh'],
          reportedOn: '2019-02-14',
          ...bay,
          full: 53,
          unstated: 53,
          totals: { plus: 3, full: 52, partial: 2, non: 0 },
          byCriterion: 5,
          strengths: [['Clean buses']],
          areas: [['1', 'Compare with other', null, '5.3.3']],
          next: ['annual-1', '2020-02-01', '2020-02-29', true],
        },
      ],
      queries: [['totals-differ', '0']],
    },
    `
# Customer Service Excellence
# Recertification Report
## Name of Organisation
Bay Bus Company
## Section A: Scoring Achievement by Criterion
## Recertification
${grid({ ...bay, plus: [...bay.plus, '5.1.1'] })}

## Section B: Recertification Report
Assessor name Linnet Marsh Date of report 14 February 2019
## Context
Bay runs 61 buses and was first certified in 2013.
## Key Strengths
- Clean buses
## Areas for Development
- Compare with other companies (5.3.3)
## Provisional date for 12-month review visit
February 2020
${inCriteria(bay, { criterion: (number, title) => `CRITERION ${['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE'][number - 1]} – ${title}` })}
## Section C: 12-month Review Report
## Section D: 24-month Review Report
${notes}
`,
  ),

  written(
    'a dale council where nothing was to be developed, at either visit',
    {
      layout,
      organisation: 'Dale Town Council',
      reviews: [
        {
          kind: 'initial',
          assessors: ['Heron Lacey'],
          reportedOn: '2020-01-20',
          ...dale,
          full: 55,
          unstated: 55,
          totals: counts(dale),
          byCriterion: 5,
          strengths: [['Everything is done']],
          next: ['annual-1', '2021-01-11', '2021-01-12', true],
        },
        {
          kind: 'annual-1',
          assessors: ['Heron Lacey'],
          reportedOn: '2021-01-25',
          ...daleLater,
          full: 55,
          unstated: 55,
          totals: counts(daleLater),
          byCriterion: 5,
          marks: true,
        },
      ],
    },
    `
${front('Dale Town Council')}
## Section A: Scoring Achievement by Criterion
## Initial Assessment
${grid(dale)}

## 12-month Review
${grid(daleLater)}

## Section B: Initial Assessment Report
Assessor name Heron Lacey Date of report 20th January 2020
## Context
Dale has eleven staff, and 4 of them were seen.
## Key Strengths
Everything is done within sight of those it is done for.
## Areas for Development
No areas for development were identified at this visit.
## Provisional date for 12-month review visit
11th and 12th January 2021
${inCriteria(dale)}
## Section C: 12-month Review Report
Assessor name Heron Lacey Date of report 25th January 2021
## Changes in relation to the five criteria
The hall was shut from March to July 2020.
## Updates re areas for development
There were none.
## New areas for development
None
## Partial Compliance elements
| Element | Justification |
| NA | NONE |

## Compliance Plus elements
| Element | Justification |
| 1.1.2 | Remains CP |
| 4.1.3 | Remains CP |

## Use of Customer Service Excellence marks
Shown on the door.
## Provisional date for 24-month review visit
To be agreed
${blank('Section D: 24-month Review Report')}
`,
  ),

  written(
    'a hill school trust: plus lost in a sentence, partial closed, one plus forgotten',
    {
      layout,
      organisation: 'Hill Schools Trust',
      reviews: [
        {
          kind: 'initial',
          assessors: ['Merlin Fell'],
          reportedOn: '2016-06-30',
          ...hill,
          full: 53,
          unstated: 53,
          totals: counts(hill),
          byCriterion: 5,
          strengths: [['Parents are met']],
          areas: [['1', 'Look at the', 'The calendar is', '1.2.3']],
          next: ['annual-1', '2017-06-19', '2017-06-20', true],
        },
        {
          kind: 'annual-1',
          assessors: ['Merlin Fell'],
          reportedOn: '2017-06-27',
          plus: ['2.1.1'],
          full: 56,
          unstated: 55,
          totals: { plus: 1, full: 56, partial: 0, non: 0 },
          byCriterion: 5,
          areas: [['1', 'Tell parents sooner', null]],
          next: ['annual-2', '2018-06-01', '2018-06-30', true],
          marks: true,
        },
      ],
      queries: [['plus-not-carried', '1', '3.2.1']],
    },
    `
${front('Hill Schools Trust')}
## Section A: Scoring Achievement by Criterion
## Initial Assessment
${grid(hill)}

## 12-month Review
${grid({ plus: ['2.1.1'] })}

## Section B: Initial Assessment Report
Assessor name Merlin Fell Date of report 30/6/16
## Context
Nine schools, one office.
## Key Strengths
- Parents are met at the gate
## Areas for Development
- Look at the calendar of consultation as a whole (Element 1.2.3)
## Provisional date for 12-month review visit
19th/20th June 2017
${inCriteria(hill, { element: (each) => each.replaceAll('.', '') })}
## Section C: 12-month Review Report
Assessor name Merlin Fell Date of report 27/6/17
## Changes in relation to the five criteria
1.2.3 was partial last year and is now fully compliant.
## Updates re areas for development (evidence from this review is in italics)
- Look at the calendar of consultation as a whole (Element 1.2.3)
- The calendar is on every classroom wall.
## Areas for development
- Tell parents sooner what was decided
## Partial Compliance elements
| Element | Justification |
| NA | |

## Compliance Plus elements
| Element | Justification |
| 211 | Still a model for others |
| | 221 is no longer CP, since the training has stopped. |

## Use of Customer Service Excellence marks
The mark is used well.
## Provisional date for 24-month review visit
June 2018
${blank('Section D: 24-month Review Report')}
${notes}
`,
  ),

  written(
    'a ford over the tolerance, without any grid, areas under each criterion',
    {
      layout,
      organisation: 'Fordham Borough Council – Customer Services',
      reviews: [
        {
          kind: 'initial',
          assessors: ['Robin Dace'],
          reportedOn: '2012-09-03',
          ...ford,
          full: 52,
          unstated: 52,
          strengths: [],
          areas: [
            ['1', 'Policy should start', null, '2.1.2'],
            ['2', 'Ask whether people', null, '2.1.4'],
            ['3', 'Explain the queue', null],
          ],
          next: ['annual-1', '2013-09-01', '2013-09-30', true],
        },
      ],
      queries: [['over-tolerance', '0', '2.1.2', '2.1.4', '2.2.4']],
    },
    `
# Customer Service Excellence
## Name of Organisation
Fordham Borough Council – Customer Services
## Section B: Initial Assessment Report
| Assessor name | Robin Dace |
| Date of report | 3rd September 2012 |

## Context
Customer Services has 31 people.
## Criterion 1 – Customer Insight
## Summary
It is known who comes.
## Partial Compliance Elements
| Element | Justification |
| None | |

## Compliance Plus Elements
| Element | Justification |
| 1.3.5 | Fourteen changes in a year, each traced to a comment |

## Criterion 2 – The Culture
## Summary
It is good, and could be more even.
## Partial Compliance Elements
| Element | Justification |
| 2.1.2 | No link from insight to policy |
| 2.1.4 | Fairness is not measured |
| 2.2.4 | Front-line views are lost on the way up |

## Compliance Plus Elements
| Element | Justification |
| None | |

## Areas for Development
- Policy should start from what customers say (2.1.2)
- Ask whether people feel fairly treated (2.1.4)
## Criterion 3 – Information and Access
## Summary
All well.
## Partial Compliance Elements
| Element | Justification |
| None | |

## Compliance Plus Elements
| Element | Justification |
| 3.4.3 | The food bank |

## Criterion 4 – Delivery
## Summary
All well.
## Areas for Development
- Explain the queue to those who stand in it
## Criterion 5 – Timeliness
## Summary
All well.
## Provisional date for 12-month review visit
September 2013
`,
  ),

  written(
    'a moorland park whose review gives its levels in sentences',
    {
      layout,
      organisation: 'Moorland National Park Authority',
      reviews: [
        {
          kind: 'initial',
          assessors: ['Sandy Holme'],
          reportedOn: '2022-04-29',
          ...moor,
          full: 55,
          unstated: 55,
          totals: counts(moor),
          byCriterion: 5,
          strengths: [['Rangers are welcoming'], ['Partners speak highly']],
          areas: [
            ['1', 'Consider a map', 'A map was'],
            ['2', 'Toilets are not', 'The toilets at'],
          ],
          next: ['annual-1', '2023-04-18', '2023-04-19', true],
        },
        {
          kind: 'annual-1',
          assessors: ['Sandy Holme'],
          reportedOn: '2023-04-28',
          ...moor,
          full: 55,
          unstated: 55,
          totals: counts(moor),
          byCriterion: 5,
          areas: [['1', 'Continue to watch', null]],
          next: ['annual-2', '2024-03-01', '2024-05-31', true],
          marks: true,
        },
      ],
    },
    `
${front('Moorland National Park Authority')}
## Section A: Scoring Achievement by Criterion
## Initial Assessment
${grid(moor)}

## 12-month Review
${grid(moor)}

## Section B: Initial Assessment Report
Assessor name Sandy Holme Date of report 29 April 2022
## Context
The park has 2.3 million visits a year.
## Summary
2 elements are compliance plus.
## Key Strengths
- Rangers are welcoming
- Partners speak highly of the authority
## Areas for Development
- Consider a map for those who do not read
- Toilets are not always open at dusk. Look at the hours.
## Provisional date for 12-month review visit
18th and 19th April 2023
${inCriteria(moor)}
## Section C: 12-month Review Report
Assessor name Sandy Holme Date of report 28 April 2023
## Changes in relation to the five criteria and areas for development
The winter was hard.
## Updates re areas for development
| Area for development | Finding |
| Consider a map for those who do not read | A map was made with the college. |
| Toilets are not always open at dusk. Look at the hours. | The toilets at both gates are open until nine. |

## New areas for development
- Continue to watch the new booking system
## Partial Compliance elements
None
## Compliance Plus elements
1.1.1 and 3.4.1 remain Compliance Plus.
## Use of Customer Service Excellence marks
On signs only.
## Provisional date for 24-month review visit
Spring 2024
${blank('Section D: 24-month Review Report')}
${notes}
`,
  ),
]
