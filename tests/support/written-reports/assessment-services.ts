/** Reports as different assessors of Assessment Services write them. Invented bodies, invented people. */
import { allElements } from '~/domain/reading/report-elements'
import { written, type Written } from './facts'
import { seen, worded } from './script'
import { WORDS, closing, counts, findings } from './tables'

const layout = 'assessment-services' as const
const nineteen =
  '1.1.1 1.1.3 1.2.2 1.3.4 2.1.1 2.1.4 2.1.6 2.2.3 3.1.2 3.2.1 3.2.3 3.4.2 4.1.1 4.1.2 4.2.3 4.3.3 4.3.5 5.2.2 5.3.1'.split(
    ' ',
  )

const university = { plus: ['1.1.2', '2.1.1', '3.4.3', '5.2.2'], partial: ['1.3.4', '4.1.2'] }
const rolling = { plus: ['2.1.1', '3.4.2'], partial: ['4.1.2'] }
const threeYears = { plus: ['1.1.3', '2.2.5', '3.3.3', '4.2.4', '5.2.3'], partial: ['2.2.1'] }
const yearTwo = { plus: ['2.1.1', '2.1.2', '3.4.1'], partial: ['1.2.3', '1.3.2', '4.3.5'] }
const housing = { plus: ['2.1.6'], partial: ['3.1.2', '3.2.2', '3.2.4'] }
const fire = { plus: ['1.1.1', '1.1.2', '1.1.3', '3.4.3'], partial: [] }
const leisure = { plus: ['3.3.3', '5.1.1'], partial: ['1.2.3', '4.2.3'] }
const police = { plus: ['2.2.2', '3.3.1'], partial: ['2.2.4'] }
const museum = { plus: ['3.3.3'], partial: ['4.1.3', '5.3.3'], non: ['5.3.2'] }
const trust = { plus: ['1.2.1', '2.1.4', '4.3.2'], partial: ['1.2.2'] }

export const writtenForAssessmentServices: Written[] = [
  written(
    'a first assessment of a university, levels as codes beside each finding',
    {
      layout,
      organisation: 'Saltmarsh University Library and Student Desk',
      reviews: [
        {
          kind: 'initial',
          assessors: ['Fern Alder'],
          reportedOn: '2019-03-11',
          documentReviewOn: '2019-02-18',
          visitDates: ['2019-03-03', '2019-03-04', '2019-03-05'],
          projectNumber: 'PN10771',
          clientId: 'C-20931',
          ...university,
          full: 51,
          totals: counts(university),
          strengths: [['The desk is', '2.1.1'], ['Partnership with the', '3.4.3'], ['First-line staff settle']],
          areas: [
            ['1', 'Element 1.3.4 –', null, '1.3.4'],
            ['2', 'Element 4.1.2 –', null, '4.1.2'],
            ['3', 'Consider asking first-year', null],
          ],
          next: ['annual-1', '2020-03-01', '2020-03-31', true],
          schedule: [
            ['annual-1', '2020-03-01', '2020-03-31'],
            ['annual-2', '2021-03-01', '2021-03-31'],
            ['recertification', '2022-03-01', '2022-03-31'],
          ],
          outcome: true,
          wording: 57,
        },
      ],
    },
    `
Commercial in Confidence
Customer Service Excellence Assessment Report
Organisation Assessed: Saltmarsh University Library and Student Desk
Assessor: Fern Alder
Type of Assessment: Initial Assessment
## 1 KEY INFORMATION
| Assessor Name | Fern Alder |
| Assessment Type | Initial Assessment |
| Project Number | PN10771 |
| Client ID | C-20931 |
| Date of Document Review | Monday 18 February 2019 |
| Dates of Visit | between 3 and 5 March 2019 |

## 2 INTRODUCTION
Saltmarsh is a university of 11,400 students on two sites. The library and the student desk came together in 2017.
## 3 METHODOLOGY
Thirty-one people were seen over three days.
## 4 KEY STRENGTHS
The assessor was impressed by the following:
- The desk is led from the front, and each member of the board works a shift on it every term. (2.1.1)
- Partnership with the town library is a model of its kind (element 3.4.3)
- First-line staff settle nine questions in ten without passing them on
## 5 AREAS FOR IMPROVEMENT
- Element 1.3.4 – Targets for satisfaction have stood at 85% for four years and no longer stretch anyone.
- Element 4.1.2 – Performance against the standard for e-mails fell short in two of the three terms.
- Consider asking first-year students again at Easter.
## 6 ASSESSOR FINDINGS
${findings({
  given: university,
  words: WORDS.codes,
  header: '| Element | Assessor Findings | Compliance Level |',
  criterion: (number) => `## Criterion ${number}: What matters`,
  row: (element, level) => `| ${element} ${worded(element)} | ${seen(element)} | ${level} |`,
})}
| Totals | Compliance Plus | Compliance | Partial Compliance | Non Compliance |
| | 4 | 51 | 2 | 0 |

## 7 CONCLUSION
I am pleased to recommend to the Certification Committee that certification be awarded.
| Annual Review Year 1 | March 2020 |
| Annual Review Year 2 | March 2021 |
| 3 Year Full Review | March 2022 |

Name Fern Alder Registered CSE Assessor for Assessment Services Ltd Date 11/03/2019
`,
  ),

  written(
    'a rolling review of nineteen elements, with the totals in a sentence',
    {
      layout,
      organisation: 'Hollins Borough Council',
      reviews: [
        {
          kind: 'annual-2',
          assessors: ['Moss Hazel', 'Ivy Sedge'],
          reportedOn: '2017-03-01',
          documentReviewOn: '2017-02-14',
          visitDates: ['2017-02-23'],
          projectNumber: '77120',
          scope: nineteen,
          ...rolling,
          full: 16,
          totals: { plus: 2, full: 16, partial: 1, non: 0 },
          strengths: [
            ['Leadership is visible', '2.1.1'],
            ['The duty to', '3.4.2'],
          ],
          areas: [['1', 'The standard for', null, '4.1.2', '5.3.1']],
          next: ['recertification', '2018-02-01', '2018-02-28', true],
          schedule: [['recertification', '2018-02-01', '2018-02-28']],
          outcome: true,
          wording: 19,
        },
      ],
    },
    `
| Organisation / Service Assessed: | Hollins Borough Council |
| Prepared by CSE Assessors: | Moss Hazel and Ivy Sedge |
| Report Type: | Rolling Programme Year 2 |

## Contents
1. Key Information ....... 2
2. Introduction ....... 3
3. Summary of Strengths ....... 4
4. Areas for Continuous Improvement ....... 4
5. Assessor Findings ....... 5
6. Conclusion ....... 9
## 1. Key Information
Assessor Name: Moss Hazel and Ivy Sedge
Assessment Type: Rolling Programme Year 2
Project Number: 77120
Document Review Date: 14th Feb 2017
Visit Date: Thursday 23 February 2017
## 2. Introduction
Under the rolling programme a third of the Standard is looked at each year. Hollins was first certified in 2009, and 1.2.2 was then partial.
## 3. Summary of Strengths
Reference is made to the element in brackets.
Leadership is visible at every level of the council, and staff say so without being asked. (2.1.1)
The duty to answer for a shared service is written down and kept to, by the council and by all four partners. (3.4.2)
## 4. Areas for Continuous Improvement
The standard for answering the telephone was met in seven months of twelve, and it is time to look at whether the target or the staffing is wrong. (4.1.2 & 5.3.1)
## 5. Assessor Findings
${findings({ scope: nineteen, given: rolling, sub: (sub) => `## ${sub} Under this head` })}
Of the 19 elements reviewed, 2 were found to be Compliance Plus, 16 Compliant and 1 Partially Compliant.
## 6. Conclusion
It is my recommendation that Hollins Borough Council continues to hold the Standard.
3 Year Full Review - February 2018
Name: Moss Hazel Registered CSE Assessor for Assessment Services Ltd Date: 1st March 2017
## 7. Compliance against the Customer Service Excellence Standard
${closing({ scope: nineteen, given: rolling, words: WORDS.ed })}
`,
  ),

  written(
    'a recertification in a week of May, the next reviews in a table, "Criterion One"',
    {
      layout,
      organisation: 'Tarnside District Council',
      reviews: [
        {
          kind: 'recertification',
          assessors: ['Rowan Birch'],
          reportedOn: '2020-05-15',
          documentReviewOn: '2020-04-20',
          visitDates: [],
          projectNumber: 'PN 20-118',
          clientId: '4471',
          ...threeYears,
          full: 51,
          totals: counts(threeYears),
          strengths: [
            ['Hard-to-reach families are', '1.1.3'],
            ['The branches are', '3.3.3'],
            ['Good practice is', '4.2.4'],
          ],
          areas: [['1', 'Training in the', null, '2.2.1']],
          next: ['annual-1', '2021-05-01', '2021-05-31', true],
          schedule: [
            ['annual-1', '2021-05-01', '2021-05-31'],
            ['annual-2', '2022-05-01', '2022-05-31'],
            ['recertification', '2023-05-01', '2023-05-31'],
          ],
          marks: true,
          outcome: true,
          wording: 57,
        },
      ],
    },
    `
Customer Service Excellence is a trade mark of the Cabinet Office and is used under licence
| Organisation / Service Assessed | Tarnside District Council |
| Prepared by | Rowan Birch |
| Report Type | Three Year Recertification |

1. Key Information
| Assessor | Rowan Birch |
| Assessment Type | Three Year Recertification |
| Project Number | PN 20-118 |
| Client ID | 4471 |
| Document Review Date | 20 April 2020 |
| Visit Date | w/c 4 May 2020 |

2. Background
Tarnside has held the Standard since 2011. The visit was made by video in the week beginning 4 May 2020.
3. Methodology
Forty people took part.
4. Summary of Strengths
Hard-to-reach families are found through schools and through the two surgeries, and are met at home where that suits them better (1.1.3).
The branches are spotless, bright and quiet (3.3.3).
Good practice is found, taken home and given back (4.2.4).
5. Areas for Continuous Improvement
Training in the handling of hard conversations has lapsed since the autumn of 2018 and should be taken up again (2.2.1).
6. Assessor Findings
${findings({
  given: threeYears,
  criterion: (number) => `CRITERION ${['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE'][Number(number) - 1]} – WHAT IT SAYS`,
  sub: (sub) => `${sub} How it is done`,
})}
| Totals | |
| Compliant Plus | 5 |
| Compliant | 51 |
| Partial Compliant | 1 |
| Non Compliant | 0 |

7. Conclusion and Recommendations
I recommend that Tarnside District Council be recertified.
The use of the mark was checked on the website and on letters, and found to be in order.
| Review | Date |
| Annual Review Year 1 | May 2021 |
| Annual Review Year 2 | May 2022 |
| 3 Year Full Review | May 2023 |

Name Rowan Birch Date 15 May 2020
8. Compliance against the Customer Service Excellence Standard
${closing({ given: threeYears, words: WORDS.ed, header: '| Element | Level |' })}
`,
  ),

  written(
    'a second review that first says what became of the old points',
    {
      layout,
      organisation: 'Wexbourne City Council',
      reviews: [
        {
          kind: 'annual-2',
          assessors: ['Heath Larch'],
          reportedOn: '2021-07-30',
          documentReviewOn: '2021-07-12',
          visitDates: ['2021-07-22', '2021-07-23'],
          projectNumber: 'PN30555',
          clientId: 'C1020',
          ...yearTwo,
          full: 51,
          totals: counts(yearTwo),
          strengths: [
            ['Members and officers', '2.1.1', '2.1.2'],
            ['The hub is', '3.4.1'],
          ],
          areas: [
            ['1', 'The methods of', null, '1.2.3'],
            ['2', 'Satisfaction is not', null, '1.3.2'],
            ['3', 'The complaints procedure', null, '4.3.5'],
          ],
          next: ['recertification', '2022-07-01', '2022-07-31', true],
          schedule: [['recertification', '2022-07-01', '2022-07-31']],
          outcome: true,
          wording: 57,
        },
      ],
    },
    `
Organisation / Service Assessed:
Wexbourne City Council
Prepared by CSE Assessor:
Heath Larch
Report Type:
Annual Review Year 2
# 1. Key Information
| Assessor Name | Heath Larch |
| Assessment Type | Annual Review Year 2 |
| Project Number | PN30555 |
| Client ID | C1020 |
| Document Review Date | 12.07.21 |
| Visit Date | 22nd and 23rd July 2021 |

# 2. Introduction and Background
The council serves 98,000 people. Its first review was in July 2020.
# 3. Progress since the last review
The areas that were raised in July 2020 have been followed up as below:
| Area for improvement (2020) | Progress found |
| Letters are too long. (3.2.1) | A plain-words group now reads every template. |
| There is no comparison with others. (4.2.3) | The council should be proud of what it has done: it joined a club of nine. |

# 4. Summary of Strengths
Members and officers alike put the citizen first, in words and in budgets. (2.1.1, 2.1.2)
The hub is shared by six bodies, and one receptionist serves them all. (3.4.1)
# 5. Areas for Continuous Improvement
1. The methods of consultation are not yet looked at as a whole. (1.2.3)
2. Satisfaction is not published by service. (1.3.2)
3. The complaints procedure is due for a review, and customers should be part of it. (4.3.5)
# 6. Assessor Findings
${findings({ given: yearTwo })}
| Totals | Compliant Plus |
| | 3 |
| | Compliant |
| | 51 |
| | Partial Compliant |
| | 3 |
| | Non Compliant |
| | 0 |

# 7. Conclusion and Recommendations
There are no actions that need attention at once, and my recommendation is that Wexbourne retains its certification.
3 Year Full Review – July 2022
Name Heath Larch Registered CSE Assessor for Assessment Services Ltd Date 30th July 2021
# 8. Compliance against the Customer Service Excellence Standard
${closing({ given: yearTwo, header: '| | Element | Accreditation |', row: (element, level) => `| ${element.endsWith('.1') ? element.slice(0, 3) : ''} | ${element} | ${level} |` })}
`,
  ),

  written(
    'a housing association over the tolerance, with dates that run backwards',
    {
      layout,
      organisation: 'Quayside Homes',
      reviews: [
        {
          kind: 'annual-1',
          assessors: ['Ash Reed'],
          reportedOn: '2018-06-01',
          documentReviewOn: '2018-06-20',
          visitDates: ['2018-06-12'],
          ...housing,
          full: 53,
          totals: { plus: 1, full: 53, partial: 3, non: 0 },
          strengths: [['Every member of', '2.1.6']],
          areas: [
            ['1', 'Charges for repairs', null, '3.1.2'],
            ['2', 'Tenants who do', null, '3.2.2', '3.2.4'],
          ],
          next: ['annual-2', '2019-06-01', '2019-06-30', true],
          schedule: [['annual-2', '2019-06-01', '2019-06-30']],
          outcome: true,
        },
      ],
      queries: [
        ['over-tolerance', '0', '3.1.2', '3.2.2', '3.2.4'],
        ['dates-out-of-order', '0'],
      ],
    },
    `
| Organisation | Quayside Homes |
| CSE Assessor | Ash Reed |
| Report type | Annual Review Year 1 |

## Section 1: Key Information
| Assessor's name | Ash Reed |
| Assessment type | Annual Review Year 1 |
| Document review date | 20 June 2018 |
| Site visit date | 12 June 2018 |

## Section 2: Background
Quayside lets 4,210 homes.
## Section 3: Summary of Strengths
Every member of staff can stop a job that is going wrong for a tenant. (2.1.6)
## Section 4: Opportunities for Improvement
Charges for repairs are told to tenants only when asked; they should be on the website. (3.1.2)
Tenants who do not read English are sent the same letter as all others, and nobody checks that it was understood. (3.2.2, 3.2.4)
## Section 5: Compliance Table
${closing({ given: housing, header: '| Element | Compliance Level |' })}
Total Compliance Plus: 1
Total Compliance: 53
Total Partial Compliance: 3
Total Non-Compliance: 0
## Section 6: Conclusions
I recommend that Quayside Homes continue to hold certification.
Annual Review Year 2 - June 2019
Signed: Ash Reed, Registered CSE Assessor for Assessment Services Ltd. Date: 1 June 2018
`,
  ),

  written(
    'a fire service with nothing to improve',
    {
      layout,
      organisation: 'Northfell Fire and Rescue Service',
      reviews: [
        {
          kind: 'annual-1',
          assessors: ['Clay Marsh'],
          reportedOn: '2022-10-07',
          documentReviewOn: '2022-09-12',
          visitDates: ['2022-09-27', '2022-09-28', '2022-09-29'],
          projectNumber: '100-22',
          clientId: 'NF01',
          ...fire,
          full: 53,
          totals: counts(fire),
          strengths: [
            ['Knowledge of the', '1.1.1', '1.1.2', '1.1.3'],
            ['Fire stations are', '3.4.3'],
          ],
          areas: [],
          next: ['annual-2', '2023-10-01', '2023-10-31', true],
          schedule: [['annual-2', '2023-10-01', '2023-10-31']],
          marks: true,
          outcome: true,
          wording: 57,
        },
      ],
    },
    `
| Organisation / Service Assessed : | Northfell Fire and Rescue Service |
| Prepared by CSE Assessor: | Clay Marsh |
| Report Type: | Annual Review – Year One |

## 1. Key Information
| Assessor Name | Clay Marsh |
| Assessment Type | Annual Review – Year One |
| Project Number | 100-22 |
| Client ID | NF01 |
| Document Review Date | 12 September 2022 |
| Visit Dates | 27th – 29th September 2022 |

## 2. Introduction
Northfell has eleven stations.
## 3. Strengths
Knowledge of the people at risk is second to none (1.1.1 – 1.1.3).
Fire stations are open to all for meetings, clubs and a cup of tea (3.4.3).
## 4. Areas for Improvement
No areas for improvement were identified at this visit.
## 5. Assessor Findings
${findings({ given: fire })}
## 6. Totals
| Level | Number of elements |
| Compliance Plus | 4 |
| Compliance | 53 |
| Partial Compliance | 0 |
| Non-Compliance | 0 |
| Total | 57 |

## 7. Use of the CSE Mark
The mark is on every appliance and in each e-mail, as the rules ask.
## 8. Conclusion
I have no hesitation in recommending that Northfell retains the award.
Annual Review Year 2 – October 2023
Name Clay Marsh Date 7th October 2022
## 9. Compliance against the Customer Service Excellence Standard
${closing({ given: fire, words: { plus: 'Plus', full: 'Full', partial: 'Partial', non: 'Non' } })}
`,
  ),

  written(
    'a leisure trust whose report has paragraphs instead of tables',
    {
      layout,
      organisation: 'Greenway Leisure Trust',
      reviews: [
        {
          kind: 'initial',
          assessors: ['Lark Finch'],
          reportedOn: '2016-11-30',
          documentReviewOn: null,
          visitDates: ['2016-11-21', '2016-11-22'],
          ...leisure,
          full: 53,
          totals: counts(leisure),
          strengths: [
            ['Cleanliness of the', '3.3.3'],
            ['Response times are', '5.1.1'],
          ],
          areas: [
            ['1', 'Review how well', null, '1.2.3'],
            ['2', 'Compare with others', null, '4.2.3'],
          ],
          outcome: true,
          wording: 57,
        },
      ],
    },
    `
## Customer Service Excellence
## Assessment Services Ltd
Organisation: Greenway Leisure Trust
Assessor: Lark Finch
Assessment type: Initial assessment
Visit dates: 21/11/2016 & 22/11/2016
Date of report: 30/11/2016
## 1. Introduction
Greenway runs four pools.
## 2. Summary of Strengths
- Cleanliness of the pools, in every corner (3.3.3)
- Response times are set, known and kept [5.1.1]
## 3. Areas for Development
- Review how well consultation works (1.2.3)
- Compare with others outside the county (4.2.3)
## 4. Assessor Findings
${allElements
  .map(
    (element, index) =>
      `${element.endsWith('1.1') || index === 0 ? `## Criterion ${element[0]}: Title\n` : ''}${element.endsWith('.1') ? `## ${element.slice(0, 3)} Under this\n` : ''}${element} ${worded(element)}\n${seen(element)}\nCompliance: ${leisure.plus.includes(element) ? 'Compliance Plus' : leisure.partial.includes(element) ? 'Partially Met' : 'Fully Met'}`,
  )
  .join('\n')}
## 5. Conclusion
2 elements are Compliance Plus, 53 are fully compliant, 2 are partially compliant and 0 are non-compliant.
I recommend that Greenway be awarded certification.
`,
  ),

  written(
    'a police force praised for what the table calls partial, and an element that does not exist',
    {
      layout,
      organisation: 'Fellshire Police Contact Centre',
      reviews: [
        {
          kind: 'annual-1',
          assessors: ['Wren Teasel'],
          reportedOn: '2015-02-02',
          documentReviewOn: '2015-01-19',
          visitDates: ['2015-01-28'],
          projectNumber: 'PN9',
          clientId: 'C9',
          ...police,
          full: 54,
          totals: { plus: 3, full: 54, partial: 0, non: 0 },
          strengths: [
            ['Officers and staff', '2.2.2', '2.2.4'],
            ['Every channel is', '3.3.1'],
          ],
          areas: [['1', 'Call-backs are promised', null, '5.2.4']],
          next: ['annual-2', '2016-01-01', '2016-01-31', true],
          schedule: [['annual-2', '2016-01-01', '2016-01-31']],
          outcome: true,
          wording: 57,
        },
      ],
      queries: [
        ['totals-differ', '0', '2.2.4'],
        ['narrative-differs', '0', '2.2.4'],
        ['element-unknown', '0', '5.4.1'],
      ],
    },
    `
| Organisation / Service Assessed: | Fellshire Police Contact Centre |
| Prepared by CSE Assessor: | Wren Teasel |
| Report Type: | Annual Review Year 1 |

## 1. Key Information
| Assessor Name | Wren Teasel |
| Assessment Type | Annual Review Year 1 |
| Project Number | PN9 |
| Client ID | C9 |
| Document Review Date | 19-01-2015 |
| Visit Date | 28 Jan 2015 |

## 2. Introduction
The centre takes 1,100 calls a day.
## 3. Summary of Strengths
Officers and staff are courteous, and what they see at the sharp end goes straight into policy. (2.2.2/2.2.4)
Every channel is open day and night. (3.3.1)
## 4. Areas for Continuous Improvement
Call-backs are promised within four hours and made within nine; the promise should be kept or changed. (5.2.4, 5.4.1)
## 5. Assessor Findings
${findings({ given: police })}
| Compliant Plus | Compliant | Partial Compliant | Non Compliant |
| 3 | 54 | 0 | 0 |

## 6. Conclusion
I recommend that certification is maintained.
Annual Review Year 2 - January 2016
Name Wren Teasel Registered CSE Assessor for Assessment Services Ltd Date 2nd February 2015
## 7. Compliance against the Customer Service Excellence Standard
${closing({ given: police })}
`,
  ),

  written(
    'a museum that does not meet the standard, which is no contradiction',
    {
      layout,
      organisation: 'Millrace Museum Service',
      reviews: [
        {
          kind: 'initial',
          assessors: ['Bryony Sage'],
          reportedOn: '2014-12-09',
          documentReviewOn: '2014-11-17',
          visitDates: ['2014-12-02'],
          ...museum,
          full: 53,
          totals: counts(museum),
          byCriterion: 5,
          strengths: [['The galleries are', '3.3.3']],
          areas: [
            ['1', 'Let visitors take', null, '4.1.3'],
            ['2', 'Standards for time', null, '5.3.2'],
            ['3', 'There is nothing', null, '5.3.3'],
          ],
          outcome: true,
          wording: 57,
        },
      ],
    },
    `
| Organisation / Service Assessed: | Millrace Museum Service |
| Prepared by CSE Assessor: | Bryony Sage |
| Report Type: | Full Assessment |

## 1. Key Information
| Assessor Name | Bryony Sage |
| Assessment Type | Full Assessment |
| Document Review Date | 17 November 2014 |
| Visit Date | Tuesday, 2 December 2014 |

## 2. Introduction
Millrace has three galleries and a mill.
## 3. Summary of Strengths
The galleries are clean, warm and well lit. (3.3.3)
## 4. Recommendations for Improvement
Recommendation 1: Let visitors take part in setting local standards. (4.1.3)
Recommendation 2: Standards for time are not met, and nothing is published. (5.3.2)
Recommendation 3: There is nothing to compare with. (5.3.3)
## 5. Findings
${findings({ given: museum })}
| | Criterion 1 | Criterion 2 | Criterion 3 | Criterion 4 | Criterion 5 | Total |
| Compliance Plus | 0 | 0 | 1 | 0 | 0 | 1 |
| Compliance | 11 | 11 | 11 | 12 | 8 | 53 |
| Partial Compliance | 0 | 0 | 0 | 1 | 1 | 2 |
| Non Compliance | 0 | 0 | 0 | 0 | 1 | 1 |

## 6. Conclusion
I am not able to recommend that Millrace be awarded certification at this time, because of one non-compliance.
Name Bryony Sage Date 09/12/2014
## 7. Summary of Compliance
${closing({ given: museum, words: WORDS.ed })}
`,
  ),

  written(
    'a trust whose closing table has four columns, two elements side by side',
    {
      layout,
      organisation: 'Bellwater NHS Trust Patient Advice Service',
      reviews: [
        {
          kind: 'annual-1',
          assessors: ['Perry Thorne'],
          reportedOn: '2023-03-24',
          documentReviewOn: '2023-03-06',
          visitDates: ['2023-03-20', '2023-03-21'],
          projectNumber: 'PN410',
          clientId: 'C410',
          ...trust,
          full: 53,
          totals: counts(trust),
          strengths: [
            ['Involvement of patients', '1.2.1'],
            ['Fairness is measured', '2.1.4'],
            ['Complaints are easy', '4.3.2'],
          ],
          areas: [['1', 'Results of consultation', null, '1.2.2']],
          next: ['annual-2', '2024-03-01', '2024-03-31', true],
          schedule: [
            ['initial', '2022-03-01', '2022-03-31'],
            ['annual-1', '2023-03-01', '2023-03-31'],
            ['annual-2', '2024-03-01', '2024-03-31'],
            ['recertification', '2025-03-01', '2025-03-31'],
          ],
          outcome: true,
          wording: 57,
        },
      ],
    },
    `
Commercial in Confidence
| Organisation / Service Assessed: | Bellwater NHS Trust Patient Advice Service |
| Prepared by CSE Assessor: | Perry Thorne |
| Report Type: | Annual Review 1 |

## 1. Key Information
| Assessor Name | Perry Thorne | Project Number | PN410 |
| Assessment Type | Annual Review 1 | Client ID | C410 |
| Document Review Date | 6 March 2023 | Visit Date | 20 and 21 March 2023 |

## 2. Introduction and Background
In March 2022 the service was accredited for the first time, with 2 elements (1.2.2 and 2.1.3) partially compliant.
## 3. Methodology
One assessor, two days.
## 4. Summary of Strengths
Involvement of patients begins before a service is planned (1.2.1)
Fairness is measured and talked about (2.1.4)
Complaints are easy to make, by any route (4.3.2)
## 5. Areas for Continuous Improvement
Results of consultation reach those who took part after many months, if at all (1.2.2)
Element 2.1.3, which was partially compliant in 2022, is now compliant.
## 6. Assessor Findings
${findings({ given: trust, header: '| Ref | Requirement | Assessor comments |', row: (element) => `| ${element} | ${worded(element)} | ${seen(element)} |` })}
| Totals | |
| Compliant Plus: | 3 |
| Compliant: | 53 |
| Partially Compliant: | 1 |
| Non-Compliant: | 0 |

## 7. Conclusion and Recommendations
I am pleased to recommend that the certificate continues. The reviews are as follows:
Initial Assessment - March 2022
Annual Review Year 1 - March 2023
Annual Review Year 2 - March 2024
3 Year Full Review - March 2025
Name Perry Thorne Registered CSE Assessor for Assessment Services Ltd Date 24 March 2023
## 8. Compliance against the Customer Service Excellence Standard
| Element | Level | Element | Level |
${allElements
  .slice(0, 29)
  .map((element, index) => {
    const word = (each: string | undefined) =>
      each === undefined
        ? ''
        : trust.plus.includes(each)
          ? 'Compliance Plus'
          : trust.partial.includes(each)
            ? 'Partial Compliance'
            : 'Compliance'
    const other = allElements[index + 29]
    return `| ${element} | ${word(element)} | ${other ?? ''} | ${word(other)} |`
  })
  .join('\n')}
`,
  ),
]
