/** More reports of Assessment Services: other headings, points in tables, grids with short names, exceptions only. */

import { written, type Written } from './facts'
import { seen, worded } from './script'
import { WORDS, closing, counts, findings } from './tables'
const layout = 'assessment-services' as const
const college = { plus: ['1.1.2', '3.1.1', '3.4.3'], partial: ['1.3.2', '5.2.2'] }
const parks = { plus: ['2.1.1'], partial: ['4.1.2'] }
const homes = { plus: ['2.1.1', '2.2.2'], partial: ['1.2.3'] }
const legal = { plus: ['1.3.5', '2.1.5'], partial: ['3.2.3'] }
export const writtenForAssessmentServicesAgain: Written[] = [
  written(
    'met and not met, criteria outcome lines, no totals',
    {
      layout,
      organisation: 'Kelsey College',
      reviews: [
        {
          kind: 'annual-1',
          assessors: ['Dale Rowan'],
          reportedOn: '2024-02-09',
          documentReviewOn: null,
          visitDates: ['2024-02-06'],
          projectNumber: 'PN51',
          clientId: 'C77',
          ...college,
          full: 52,
          strengths: [
            ['Feedback from learners', '1.1.2'],
            ['Work with the', '3.4.3'],
          ],
          areas: [
            ['1', 'Publish the results', null, '1.3.2'],
            ['2', 'First contact is', null, '5.2.2', '5.2.3'],
          ],
          next: ['annual-2', '2025-02-03', '2025-02-09', true],
          schedule: [['annual-2', '2025-02-03', '2025-02-09']],
          outcome: true,
          marks: true,
          wording: 57,
        },
      ],
    },
    `
Customer Service Excellence
Annual Review Year 1 Report
Kelsey College
## Assessment Information
| Assessor | Dale Rowan |
| Assessment Type | Annual Review Year 1 |
| Project No | PN51 |
| Client ID | C77 |
| Date(s) of visit | Tuesday 6th February 2024 |

## Overview
The college teaches 6,000 learners.
## Good Practice
Feedback from learners is asked for at six points in the year (1.1.2).
Work with the town is the pride of the college – element 3.4.3.
## Areas for Improvement
Publish the results of the survey by department – element 1.3.2.
First contact is slow in September – elements 5.2.2 to 5.2.3.
## Detailed Findings
${findings({ given: college, words: WORDS.met, header: '| Element | Compliance | Assessor Comments |', criterion: (n) => `## Criterion ${n}: The title`, row: (e, l) => `| ${e} ${worded(e)} | ${l} | ${seen(e)} |` })}
## Use of the CSE logo
In order.
## Conclusion
The college continues to meet the Standard, and I recommend that its certification be continued.
Annual Review Year 2: w/c 3 February 2025
Signed Dale Rowan Date 9 February 2024
`,
  ),
  written(
    'a long list at the front, and all in one section',
    {
      layout,
      organisation: 'Wold Parks and Open Spaces',
      reviews: [
        {
          kind: 'annual-2',
          assessors: ['Pat Quill'],
          reportedOn: '2013-05-21',
          documentReviewOn: '2013-05-07',
          visitDates: ['2013-05-14'],
          ...parks,
          full: 55,
          totals: counts(parks),
          strengths: [
            ['Leadership', '2.1.1'],
            ['Benches', '3.3.3'],
          ],
          areas: [
            ['1', 'Standards for mowing', null, '4.1.2'],
            ['2', 'It may be', null],
          ],
          next: ['recertification', '2014-05-01', '2014-05-31', true],
          schedule: [
            ['annual-1', '2012-05-01', '2012-05-31'],
            ['annual-2', '2013-05-01', '2013-05-31'],
            ['recertification', '2014-05-01', '2014-05-31'],
          ],
          outcome: true,
          wording: 57,
        },
      ],
    },
    `
| Organisation / Service Assessed | Wold Parks and Open Spaces |
| Prepared by CSE Assessor | Pat Quill |
| Report Type | Surveillance Review 2 |

1. KEY INFORMATION
| Assessor Name | Pat Quill |
| Assessment Type | Surveillance Review 2 |
| Document Review Date | 7/5/13 |
| Visit Date | 14/5/13 |

2. INTRODUCTION AND BACKGROUND
Wold has 61 parks. It had 4 partials in 2011: 1.2.1, 2.1.4, 3.1.1 and 4.3.2.
3. SUMMARY OF STRENGTHS
| Element | Strength |
| 2.1.1 | Leadership |
| 3.3.3 | Benches |

4. AREAS FOR CONTINUOUS IMPROVEMENT
| No. | Area for improvement | Element |
| 1 | Standards for mowing are missed in May | 4.1.2 |
| 2 | It may be of help to ask the bowls club | |

5. ASSESSOR FINDINGS
${findings({ given: parks, criterion: (n) => `CRITERION ${n}` })}
Totals
Compliance Plus 1
Compliance 55
Partial Compliance 1
Non-Compliance 0
6. CONCLUSION AND RECOMMENDATIONS
The service is recommended for continued certification.
Surveillance Review 1: May 2012
Surveillance Review 2: May 2013
Full Review: May 2014
Name: Pat Quill
Date: 21st May 2013
7. COMPLIANCE AGAINST THE CUSTOMER SERVICE EXCELLENCE STANDARD
${closing({ given: parks, words: { plus: 'Compliance +', full: 'Compliant', partial: 'Part Compliance', non: 'Non' } })}
`,
  ),
  written(
    'homes: numbers lost in headings, areas with bold titles, levels in brackets',
    {
      layout,
      organisation: 'Ridge Homes Group',
      reviews: [
        {
          kind: 'initial',
          assessors: ['Kit Ames'],
          reportedOn: '2018-10-12',
          documentReviewOn: '2018-09-24',
          visitDates: ['2018-10-08', '2018-10-09', '2018-10-10'],
          projectNumber: 'PN1',
          clientId: 'C1',
          ...homes,
          full: 54,
          totals: counts(homes),
          byCriterion: 5,
          strengths: [
            ['Leadership: from the', '2.1.1'],
            ['Manners: staff are', '2.2.2'],
          ],
          areas: [
            ['1', 'Consultation: nobody has', null, '1.2.3'],
            ['2', 'Charging: tell people', null, '3.1.2', '3.2.1', '3.2.4'],
          ],
          next: ['annual-1', '2019-10-01', '2019-10-31', true],
          schedule: [
            ['annual-1', '2019-10-01', '2019-10-31'],
            ['annual-2', '2020-10-01', '2020-10-31'],
            ['recertification', '2021-10-01', '2021-10-31'],
          ],
          outcome: true,
          wording: 57,
        },
      ],
    },
    `
Commercial in Confidence
Organisation / Service Assessed : Ridge Homes Group
Prepared by CSE Assessor: Kit Ames
Report Type: Initial Assessment
Contents
Key Information
Introduction
Strengths
Opportunities for Improvement
Findings
Conclusion
Key Information
Assessor Name: Kit Ames
Assessment Type: Initial Assessment
Project Number: PN1
Client ID: C1
Document Review Date: 24 Sept 2018
Visit Date: Monday 8th, Tuesday 9th and Wednesday 10th October 2018
Introduction
Ridge was formed in 2016 out of three societies.
Strengths
Leadership: from the chair to the van, people first (2.1.1)
Manners: staff are kind and brisk (2.2.2)
Opportunities for Improvement
Consultation: nobody has looked at whether the methods work (Element 1.2.3).
Charging: tell people the price before they ask (3.1.2 and 3.2.1; also 3.2.4)
Findings
${findings({ given: homes, row: (e, l) => `| ${e} ${worded(e)} | ${seen(e)} (${l}) |` })}
| | C1 | C2 | C3 | C4 | C5 | Total |
| Compliance Plus | 0 | 2 | 0 | 0 | 0 | 2 |
| Full Compliance | 10 | 9 | 12 | 13 | 10 | 54 |
| Partial Compliance | 1 | 0 | 0 | 0 | 0 | 1 |
| Non Compliance | 0 | 0 | 0 | 0 | 0 | 0 |

Conclusion
I am delighted to recommend to the Certification Committee that Ridge Homes Group is awarded the Standard.
Annual Review Year 1 – October 2019 | Annual Review Year 2 – October 2020 | 3 Year Full Review – October 2021
Name Kit Ames Date 12/10/18
`,
  ),
  written(
    'legal: only exceptions in the closing list, rolling nineteen in scope said in words',
    {
      layout,
      organisation: 'Legal and Registration Services, Ashby County Council',
      reviews: [
        {
          kind: 'annual-2',
          assessors: ['Nat Orme'],
          reportedOn: '2019-12-06',
          documentReviewOn: null,
          visitDates: ['2019-12-02', '2019-12-03'],
          ...legal,
          full: 54,
          unstated: 54,
          totals: counts(legal),
          strengths: [
            ['Change follows what', '1.3.5'],
            ['Privacy is guarded', '2.1.5'],
          ],
          areas: [['1', 'The certificate leaflet', null, '3.2.3']],
          next: ['recertification', '2020-12-01', '2020-12-31', true],
          schedule: [['recertification', '2020-12-01', '2020-12-31']],
          outcome: true,
        },
      ],
    },
    `
| Organisation / Service Assessed : | Legal and Registration Services, Ashby County Council |
| Prepared by CSE Assessor: | Nat Orme |
| Report Type: | Annual Review Year 2 |

# 1. Key Information
| Assessor Name | Nat Orme |
| Assessment Type | Annual Review Year 2 |
| Visit Dates | 2nd & 3rd December 2019 |

# 2. Introduction and Background
Births, deaths and marriages.
# 3. Summary of Strengths
Change follows what people say (1.3.5)
Privacy is guarded in the open hall (2.1.5)
# 4. Areas for Continuous Improvement
The certificate leaflet is out of date and should be reprinted (3.2.3)
# 5. Summary of Compliance
| Compliance Plus | 1.3.5, 2.1.5 |
| Partial Compliance | 3.2.3 |
| Non-Compliance | None |

| Compliant Plus | 2 |
| Compliant | 54 |
| Partial Compliant | 1 |
| Non Compliant | 0 |

# 6. Conclusion and Recommendations
My recommendation is that the service remains certificated.
3 Year Full Review - December 2020
Name Nat Orme Registered CSE Assessor for Assessment Services Ltd Date 6th December 2019
`,
  ),
]
