/**
 * Trackers as quite different councils keep them, all of them made up, each with what a careful reader finds in it.
 * Cells stand between bars; "⏎" is a line break in a cell. The draft is written as `outlineOf` writes it.
 */
export type CouncilTracker = { name: string; rows: string[][]; draft: string[] }

const rowsOf = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim().replaceAll(' ⏎ ', '\n')))

const written: { name: string; table: string; draft: string[] }[] = [
  {
    name: 'a reference, the area and its element, dates as days, RAG words',
    table: `
    Customer Service Excellence - Action Tracker
    Last updated: 3 March 2026
    
    Ref | Recommendation/Area for development | CSE element | Lead officer | By when | RAG | Progress as at March 2026
    A1 | Publish performance against all standards, not only the telephone ones | 4.1.2 | Head of Customer Services | 31.03.26 | Green | Published on the website in February.
    A2 | Ask customers who do not use the service why they do not | 1.2.2, 1.3.1 | M. Oakes & P. Yew | By Christmas | Amber | Questionnaire is being designed.
    A3 | Give staff feedback on mystery shopping within a week | 2.1.6 | All team leaders | Immediate | Complete | Completed January 2026
    `,
    draft: [
      'A1. Publish performance against all standards, not only the telephone ones [4.1.2] @ Head of Customer Services',
      '- due 31.03.26 (day 2026-03-31)',
      '- 2026-03-31 <Green> Published on the website in February.',
      'A2. Ask customers who do not use the service why they do not [1.2.2, 1.3.1] @ M. Oakes + P. Yew',
      '- due By Christmas (unknown)',
      '- 2026-03-31 <Amber> Questionnaire is being designed.',
      'A3. Give staff feedback on mystery shopping within a week [2.1.6] @ All team leaders',
      '- due Immediate (unknown)',
      '- 2026-03-31 <Complete> Completed January 2026',
    ],
  },
  {
    name: 'a row for each action, the point said once',
    table: `
    No. | Recommendation | Action | Who | Deadline | Status | % complete | Comments
    1 | Make letters easier to read | Review the 20 letters most sent | Comms team | Mar-26 | On track | 60% | 12 done
     |  | Train staff in plain English | L Birch | Summer 2026 | Not started | 0% |
     |  | Test letters with the residents' panel | L Birch, J Ash | Q3 2026/27 | Not started | 0 | Panel meets in May
    2 | Set a standard for answering emails | Agree standard with services | Head of Service | 03/04/2027 | Delayed | 25% | Waiting for ICT
    3 | Widen the use of text messages | Pilot with Waste | D Elder | w/c 3 May 2026 | Complete | 100% | Pilot ended
     |  | Roll out to Revenues | D Elder | 6 weeks after go-live | Not started | 0% |
    `,
    draft: [
      '1. Make letters easier to read @ Comms team + L Birch + J Ash',
      '- 1 Review the 20 letters most sent @ Comms team: Mar-26 (month 2026-03-01 to 2026-03-31)',
      '- 2 Train staff in plain English @ L Birch: Summer 2026 (period 2026-06-01 to 2026-08-31, indicative)',
      "- 3 Test letters with the residents' panel @ L Birch + J Ash: Q3 2026/27 (quarter 2026-10-01 to 2026-12-31)",
      '- undated <On track ⏎ Not started> 12 done ⏎ Panel meets in May',
      '- note % complete: 60%',
      '- note % complete: 0%',
      '- note % complete: 0',
      '2. Set a standard for answering emails @ Head of Service',
      '- 1 Agree standard with services @ Head of Service: 03/04/2027 (day 2027-04-03)',
      '- undated <Delayed> Waiting for ICT',
      '- note % complete: 25%',
      '3. Widen the use of text messages @ D Elder',
      '- 1 Pilot with Waste @ D Elder: w/c 3 May 2026 (period 2026-05-03 to 2026-05-09)',
      '- 2 Roll out to Revenues @ D Elder: 6 weeks after go-live (unknown)',
      '- undated <Complete ⏎ Not started> Pilot ended',
      '- note % complete: 100%',
      '- note % complete: 0%',
    ],
  },
  {
    name: 'a row for each action, the point said in each',
    table: `
    Item | Recommendation | Action | Responsible | Target date | Update
    R1 | Improve signage at the main office | Audit signs | Facilities | April 2026 | Done
    R1 | Improve signage at the main office | Order new signs | Facilities / Comms | June 2026 | Quotes received
    R2 | Record compliments as well as complaints | Add category to CRM | ICT | End of financial year 2025/26 | Config in test
    `,
    draft: [
      'R1. Improve signage at the main office @ Facilities + Comms',
      '- 1 Audit signs @ Facilities: April 2026 (month 2026-04-01 to 2026-04-30)',
      '- 2 Order new signs @ Facilities + Comms: June 2026 (month 2026-06-01 to 2026-06-30)',
      '- undated Done ⏎ Quotes received',
      'R2. Record compliments as well as complaints @ ICT',
      '- 1 Add category to CRM @ ICT: End of financial year 2025/26 (period 2025-04-01 to 2026-03-31)',
      '- undated Config in test',
    ],
  },
  {
    name: 'headings of groups over the headings, criteria by element',
    table: `
    CSE Improvement Plan 2026/27 |  |  |  |  |  |  |
     | What the assessor said |  | What we will do |  |  | How we are doing |
    No | Criteria | Finding | Action | Owner | Due | Update | RAG
    1 | 1.1.3 | Insight is not shared between services | Set up an insight group | Policy Manager | 30 June 2026 | First meeting held | G
    2 | 3.2.1 | Leaflets are out of date | Replace leaflets | Comms; Web Team | 30 September 2026 | Not yet begun | A
    3 | 5.2.4 | Response times differ between teams | Agree one target | Heads of Service | 31 December 2026 |  | R
    `,
    draft: [
      '1. Insight is not shared between services [1.1.3] @ Policy Manager',
      '- 1 Set up an insight group @ Policy Manager: 30 June 2026 (day 2026-06-30)',
      '- undated <G> First meeting held',
      '2. Leaflets are out of date [3.2.1] @ Comms + Web Team',
      '- 1 Replace leaflets @ Comms + Web Team: 30 September 2026 (day 2026-09-30)',
      '- undated <A> Not yet begun',
      '3. Response times differ between teams [5.2.4] @ Heads of Service',
      '- 1 Agree one target @ Heads of Service: 31 December 2026 (day 2026-12-31)',
      '- undated <R>',
    ],
  },
  {
    name: 'rows that name a criterion, sums under the table, a key',
    table: `
    Ref | Action | Lead | Target date | Status | Evidence
    Criterion 1: Customer insight
    1.1 | Build one picture of customers from all systems | S Thorn | 31/03/2026 | Complete | Profile on intranet
    1.2 | Consult people who are hard to reach | S Thorn | Ongoing | On track | Focus groups
    Criterion 2: The culture of the organisation
    2.1 | Refresh the customer charter | Leadership team | Autumn 2026 | Not started |
    2.2 | Include customer care in appraisals | HR | April 2026 | Delayed | Draft form
    Total actions: 4 |  |  |  |  |
    Complete: 1 |  |  |  |  |
    Key: Green = complete; Amber = on track; Red = delayed
    `,
    draft: [
      '1.1. Build one picture of customers from all systems @ S Thorn',
      '- 1 Build one picture of customers from all systems @ S Thorn: 31/03/2026 (day 2026-03-31)',
      '- undated <Complete> Profile on intranet',
      '1.2. Consult people who are hard to reach @ S Thorn',
      '- 1 Consult people who are hard to reach @ S Thorn: Ongoing (ongoing)',
      '- undated <On track> Focus groups',
      '2.1. Refresh the customer charter @ Leadership team',
      '- 1 Refresh the customer charter @ Leadership team: Autumn 2026 (period 2026-09-01 to 2026-11-30, indicative)',
      '- undated <Not started>',
      '2.2. Include customer care in appraisals @ HR',
      '- 1 Include customer care in appraisals @ HR: April 2026 (month 2026-04-01 to 2026-04-30)',
      '- undated <Delayed> Draft form',
    ],
  },
  {
    name: 'no column for numbers, headings that are questions',
    table: `
    Area for development | What we will do | Who | When | Where are we now?
    Customer journeys are not mapped for all main services | Map five journeys a year | Transformation Team | March 2027 | Two mapped
    Complaints learning is not published | Publish "you said, we did" each quarter | Complaints Officer | Quarterly from April 2026 | First one is out
    `,
    draft: [
      '1. Customer journeys are not mapped for all main services @ Transformation Team',
      '- 1 Map five journeys a year @ Transformation Team: March 2027 (month 2027-03-01 to 2027-03-31)',
      '- undated Two mapped',
      '2. Complaints learning is not published @ Complaints Officer',
      '- 1 Publish "you said, we did" each quarter @ Complaints Officer: Quarterly from April 2026 (recurring 2026-04-01 every 3)',
      '- undated First one is out',
    ],
  },
  {
    name: 'an original and a revised date, a portfolio holder, a committee date',
    table: `
    Rec No | Recommendation | Portfolio holder | Committee date | Lead officer | Original date | Revised date | Progress | RAG
    1 | Bring the contact centre opening hours into line with demand | Cllr Sedge | 12 March 2026 | T Rowan | 30 June 2026 | 30 September 2026 | Staff consultation took longer | Amber
    2 | Offer call-backs at busy times | Cllr Sedge | 12 March 2026 | T Rowan | 31 May 2026 |  | In place since May | Green
    `,
    draft: [
      '1. Bring the contact centre opening hours into line with demand @ T Rowan',
      '- due 30 June 2026 (day 2026-06-30)',
      '- undated <Amber> Staff consultation took longer → 2026-09-30',
      '- note Portfolio holder: Cllr Sedge',
      '- note Committee date: 12 March 2026',
      '2. Offer call-backs at busy times @ T Rowan',
      '- due 31 May 2026 (day 2026-05-31)',
      '- undated <Green> In place since May',
      '- note Portfolio holder: Cllr Sedge',
      '- note Committee date: 12 March 2026',
    ],
  },
  {
    name: 'letters before actions, references with a stroke',
    table: `
    Reference | Improvement | Actions | Responsibility | Timescale | Update
    CSE/07 | Access for deaf customers | a) Buy hearing loops ⏎ b) Train two colleagues in BSL ⏎ c) Tell deaf people's groups | Facilities Manager ⏎ HR ⏎ Equalities Officer | May 2026 ⏎ July 2026 ⏎ July 2026 | Loops bought
    CSE/08 | Privacy at reception | Move the payment desk away from the queue | Facilities Manager | Dec 2026 | Plans drawn
    `,
    draft: [
      'CSE/07. Access for deaf customers @ Facilities Manager + HR + Equalities Officer',
      '- a Buy hearing loops @ Facilities Manager: May 2026 (month 2026-05-01 to 2026-05-31)',
      '- b Train two colleagues in BSL @ HR: July 2026 (month 2026-07-01 to 2026-07-31)',
      "- c Tell deaf people's groups @ Equalities Officer: July 2026 (month 2026-07-01 to 2026-07-31)",
      '- undated Loops bought',
      'CSE/08. Privacy at reception @ Facilities Manager',
      '- 1 Move the payment desk away from the queue @ Facilities Manager: Dec 2026 (month 2026-12-01 to 2026-12-31)',
      '- undated Plans drawn',
    ],
  },
  {
    name: 'columns of the council’s own and empty ones',
    table: `
    ID |  | Theme | Recommendation | Priority | Cost (£) |  | Action owner | Due | Latest position | Last updated
    12 |  | Digital | Let customers track their request online | High | £12,500 |  | A. Fern | 31-Mar-27 | Supplier chosen | 14/02/2026
    13 |  | Digital | Make forms work on phones | Medium | £3,000 |  | A. Fern and B. Moss | Mar 27 | 14 of 40 forms | 14/02/2026
    14 |  | Face to face | Give each visitor a waiting time | Low | nil |  | Reception | tbc |  |
    `,
    draft: [
      '12. Let customers track their request online @ A. Fern',
      '- due 31-Mar-27 (day 2027-03-31)',
      '- 2026-02-14 Supplier chosen',
      '- note Theme: Digital',
      '- note Priority: High',
      '- note Cost (£): £12,500',
      '13. Make forms work on phones @ A. Fern + B. Moss',
      '- due Mar 27 (month 2027-03-01 to 2027-03-31)',
      '- 2026-02-14 14 of 40 forms',
      '- note Theme: Digital',
      '- note Priority: Medium',
      '- note Cost (£): £3,000',
      '14. Give each visitor a waiting time @ Reception',
      '- due tbc (unknown)',
      '- note Theme: Face to face',
      '- note Priority: Low',
      '- note Cost (£): nil',
    ],
  },
  {
    name: 'a key above the headings, “completed” in the column of dates',
    table: `
    Action plan following the annual review
    Service: Customer Contact
    RAG key
    R | Off track
    A | At risk
    G | On track
    B | Complete
    
    Number | Point raised | Our response | Responsible officer | Completion date | RAG | Notes
    1 | Only 40 per cent of staff have had training | Everyone to be trained by autumn | Learning & Development | 30 Sept 2026 | A | 65 per cent at end of May
    2 | Out-of-hours message is unclear | Record a new message | Telephony team | Completed March 2026 | B |
    `,
    draft: [
      '1. Only 40 per cent of staff have had training @ Learning & Development',
      '- 1 Everyone to be trained by autumn @ Learning & Development: 30 Sept 2026 (day 2026-09-30)',
      '- undated <A> 65 per cent at end of May',
      '2. Out-of-hours message is unclear @ Telephony team',
      '- 1 Record a new message @ Telephony team: Completed March 2026 (month 2026-03-01 to 2026-03-31)',
      '- undated <B>',
      '! Service: Customer Contact',
    ],
  },
  {
    name: 'numbers with letters',
    table: `
    No | Recommendation | Action | Owner | Due | Progress
    1a | Share results of surveys with those who took part | Email summary | J. Reed | Apr 2026 | Sent
    1b | Act on results | Report to DMT | J. Reed | May 2026 | Agenda item booked
    2 | Celebrate good service | Awards evening | Chief Executive's Office | by the end of June | Date set
    `,
    draft: [
      '1a. Share results of surveys with those who took part @ J. Reed',
      '- 1 Email summary @ J. Reed: Apr 2026 (month 2026-04-01 to 2026-04-30)',
      '- undated Sent',
      '1b. Act on results @ J. Reed',
      '- 1 Report to DMT @ J. Reed: May 2026 (month 2026-05-01 to 2026-05-31)',
      '- undated Agenda item booked',
      "2. Celebrate good service @ Chief Executive's Office",
      "- 1 Awards evening @ Chief Executive's Office: by the end of June (unknown)",
      '- undated Date set',
    ],
  },
  {
    name: 'two rounds side by side, the number in the words',
    table: `
    Recommendation | Lead | Action | Target | Update June 2025 | Category June 2025 | Update December 2025 | Category December 2025
    1. Publish the charter in easy read | K Hazel | Commission easy read version | September 2025 | Supplier found | 2 | Published | 1
    2. Sign up to the dementia charter | K Hazel | Train champions | December 2025 | 12 champions | 2 | Training moved to March. Revised completion date March 2026 | 3
    `,
    draft: [
      '1. Publish the charter in easy read @ K Hazel',
      '- 1 Commission easy read version @ K Hazel: September 2025 (month 2025-09-01 to 2025-09-30)',
      '- 2025-06-30 2 Supplier found',
      '- 2025-12-31 1 Published',
      '2. Sign up to the dementia charter @ K Hazel',
      '- 1 Train champions @ K Hazel: December 2025 (month 2025-12-01 to 2025-12-31)',
      '- 2025-06-30 2 12 champions',
      '- 2025-12-31 3 Training moved to March. Revised completion date March 2026 → 2026-03-31',
    ],
  },
  {
    name: 'nothing but what, who and how far',
    table: `
    Action | Owner | Status
    Write to partners about joint standards | Head of Policy | In progress
    Put opening times on the front door | Reception | Done
    Check all web pages for age | Web Team | Not started
    `,
    draft: [
      '1. Write to partners about joint standards @ Head of Policy',
      '- 1 Write to partners about joint standards @ Head of Policy: no date',
      '- undated <In progress>',
      '2. Put opening times on the front door @ Reception',
      '- 1 Put opening times on the front door @ Reception: no date',
      '- undated <Done>',
      '3. Check all web pages for age @ Web Team',
      '- 1 Check all web pages for age @ Web Team: no date',
      '- undated <Not started>',
    ],
  },
  {
    name: 'initials, “all”, and “done?”',
    table: `
    # | Improvement | Who? | By when? | Done?
    1 | Wear name badges | All | 1/4/26 | Yes
    2 | Answer within five rings | JS/PT | 1/5/26 | No
    3 | Use the new template | AB, CD & EF | 1/6/26 | Partly
    `,
    draft: [
      '1. Wear name badges',
      '- due 1/4/26 (day 2026-04-01)',
      '- undated <Yes>',
      '- note Who?: All',
      '2. Answer within five rings @ JS + PT',
      '- due 1/5/26 (day 2026-05-01)',
      '- undated <No>',
      '3. Use the new template @ AB + CD + EF',
      '- due 1/6/26 (day 2026-06-01)',
      '- undated <Partly>',
    ],
  },
  {
    name: 'no headings at all',
    table: `
    1 | Put a freephone in the library | Library Manager | June 2026 | Ordered
    2 | Extend Saturday opening until one o'clock | Head of Customer Services | September 2026 | In consultation with unions
    3 | Provide a quiet room for private talks | Facilities | December 2026 | Room found on the first floor
    `,
    draft: [
      '1. Put a freephone in the library @ Library Manager',
      '- due June 2026 (month 2026-06-01 to 2026-06-30)',
      '- note Ordered',
      "2. Extend Saturday opening until one o'clock @ Head of Customer Services",
      '- due September 2026 (month 2026-09-01 to 2026-09-30)',
      '- note In consultation with unions',
      '3. Provide a quiet room for private talks @ Facilities',
      '- due December 2026 (month 2026-12-01 to 2026-12-31)',
      '- note Room found on the first floor',
    ],
  },
  {
    name: 'what the assessor said beside what the standard asks',
    table: `
    CSE ref | CSE requirement | Assessor's comment | Level | Improvement action | Lead | Target | Evidence required | Update
    1.3.2 | We have made the consultation of customers integral | Partial: consultation is not regular | Partial | Yearly survey with all services | Insight Officer | 31/10/2026 | Survey report | Questions agreed
    4.3.1 | We give customers information about standards | Partial: no figures for face to face | Partial | Count waiting times | Reception Manager | 30/06/2026 | Dashboard | Counting since May
    `,
    draft: [
      '1. Partial: consultation is not regular [1.3.2] @ Insight Officer',
      '- 1 Yearly survey with all services @ Insight Officer: 31/10/2026 (day 2026-10-31)',
      '- undated Questions agreed',
      '- note CSE requirement: We have made the consultation of customers integral',
      '- note Level: Partial',
      '- note Evidence required: Survey report',
      '2. Partial: no figures for face to face [4.3.1] @ Reception Manager',
      '- 1 Count waiting times @ Reception Manager: 30/06/2026 (day 2026-06-30)',
      '- undated Counting since May',
      '- note CSE requirement: We give customers information about standards',
      '- note Level: Partial',
      '- note Evidence required: Dashboard',
    ],
  },
  {
    name: 'a committee’s own words, long headings, a note below',
    table: `
    Ref. | Recommendation as agreed by Cabinet | Agreed? (Y/N) | Proposed action / milestones | Officer(s) responsible | Expected completion | Progress to date (to be completed by lead officer) | Status (R/A/G/Complete)
    SC1 | That the Council reviews its use of queue tickets at the main reception | Y | Observe queues for a month, then report options to Cabinet Member | Customer Services Manager | To be in place by the end of June 2026 | Observation is complete; report in draft | G
    SC2 | That all publications carry a line on other formats | Y | Change the house style and tell printers | Design Studio Lead | Immediate | House style changed | Complete
    SC3 | That a reading group of residents is formed | N |  |  |  | Not agreed: budget |
    * Cabinet agreed SC1 and SC2 on 4 February 2026.
    `,
    draft: [
      'SC1. That the Council reviews its use of queue tickets at the main reception @ Customer Services Manager',
      '- 1 Observe queues for a month, then report options to Cabinet Member @ Customer Services Manager: To be in place by the end of June 2026 (month 2026-06-01 to 2026-06-30)',
      '- undated <G> Observation is complete; report in draft',
      '- note Agreed? (Y/N): Y',
      'SC2. That all publications carry a line on other formats @ Design Studio Lead',
      '- 1 Change the house style and tell printers @ Design Studio Lead: Immediate (unknown)',
      '- undated <Complete> House style changed',
      '- note Agreed? (Y/N): Y',
      'SC3. That a reading group of residents is formed',
      '- undated Not agreed: budget',
      '- note Agreed? (Y/N): N',
      '! * Cabinet agreed SC1 and SC2 on 4 February 2026.',
    ],
  },
  {
    name: 'steps with numbers, words for a state in each row',
    table: `
    Rec | Recommendation | Step | Action | Owner | Due | Update | RAG
    1 | Reduce repeat calls | 1.1 | Log the reason for each repeat call | Team Leader A | Feb 2026 | Logging since 1 February | Green
     |  | 1.2 | Report top ten reasons each month | Analyst | Mar 2026 | First report sent | Green
     |  | 1.3 | Agree fixes with services | Service Managers | Jun 2026 | Waste only so far | Amber
    2 | Keep people informed | 2.1 | Text when a case is closed | ICT | Sep 2026 | Waiting for licence | Red
    `,
    draft: [
      '1. Reduce repeat calls @ Team Leader A + Analyst + Service Managers',
      '- 1.1 Log the reason for each repeat call @ Team Leader A: Feb 2026 (month 2026-02-01 to 2026-02-28)',
      '- 1.2 Report top ten reasons each month @ Analyst: Mar 2026 (month 2026-03-01 to 2026-03-31)',
      '- 1.3 Agree fixes with services @ Service Managers: Jun 2026 (month 2026-06-01 to 2026-06-30)',
      '- undated <Green ⏎ Amber> Logging since 1 February ⏎ First report sent ⏎ Waste only so far',
      '2. Keep people informed @ ICT',
      '- 2.1 Text when a case is closed @ ICT: Sep 2026 (month 2026-09-01 to 2026-09-30)',
      '- undated <Red> Waiting for licence',
    ],
  },
  {
    name: 'capitals throughout',
    table: `
    REF | ISSUE | ACTION REQUIRED | RESPONSIBLE OFFICER | TARGET DATE | CURRENT POSITION
    1. | LIFT OUT OF ORDER TOO OFTEN | RENEW CONTRACT | PROPERTY SERVICES | END OF MARCH 2026 | NEW CONTRACTOR FROM 1 APRIL
    2. | NO CHANGING PLACE | FIND ROOM AND FUNDING | PROPERTY SERVICES | 2027/28 | BID SENT
    `,
    draft: [
      '1. LIFT OUT OF ORDER TOO OFTEN @ PROPERTY SERVICES',
      '- 1 RENEW CONTRACT @ PROPERTY SERVICES: END OF MARCH 2026 (month 2026-03-01 to 2026-03-31)',
      '- undated NEW CONTRACTOR FROM 1 APRIL',
      '2. NO CHANGING PLACE @ PROPERTY SERVICES',
      '- 1 FIND ROOM AND FUNDING @ PROPERTY SERVICES: 2027/28 (period 2027-04-01 to 2028-03-31)',
      '- undated BID SENT',
    ],
  },
  {
    name: 'two columns of officers, a start and an end, a share in percent',
    table: `
    Ref | Area for improvement | Action | Lead officer | Supporting officer(s) | Start date | End date | Progress update | Progress %
    7 | Welcome packs for new tenants | Rewrite pack with tenants | Tenancy Manager | Comms, Tenant Panel | 01/01/2026 | 30/04/2026 | Draft 2 with the panel | 70%
    8 | Web chat | Trial in council tax | Digital Lead | Revenues Manager | 01/03/2026 | 30/11/2026 | Trial since March | 40%
    `,
    draft: [
      '7. Welcome packs for new tenants @ Tenancy Manager',
      '- 1 Rewrite pack with tenants @ Tenancy Manager: 30/04/2026 (day 2026-04-30)',
      '- undated Draft 2 with the panel',
      '- note Supporting officer(s): Comms, Tenant Panel',
      '- note Start date: 01/01/2026',
      '- note Progress %: 70%',
      '8. Web chat @ Digital Lead',
      '- 1 Trial in council tax @ Digital Lead: 30/11/2026 (day 2026-11-30)',
      '- undated Trial since March',
      '- note Supporting officer(s): Revenues Manager',
      '- note Start date: 01/03/2026',
      '- note Progress %: 40%',
    ],
  },
  {
    name: 'a log of updates in a cell',
    table: `
    No. | Action | Lead | Due | Updates
    1 | Join up change of address across services | R Alder | 31 Aug 2026 | 12/01/26 - Workshop held ⏎ 09/03/26 - Three services ready ⏎ 11/05/26 - Libraries added
    2 | Publish waiting times | R Alder | 30 Apr 2026 | 09/03/26 - Data checked
    `,
    draft: [
      '1. Join up change of address across services @ R Alder',
      '- 1 Join up change of address across services @ R Alder: 31 Aug 2026 (day 2026-08-31)',
      '- undated 12/01/26 - Workshop held ⏎ 09/03/26 - Three services ready ⏎ 11/05/26 - Libraries added',
      '2. Publish waiting times @ R Alder',
      '- 1 Publish waiting times @ R Alder: 30 Apr 2026 (day 2026-04-30)',
      '- undated 09/03/26 - Data checked',
    ],
  },
  {
    name: 'a heading over three quarters',
    table: `
    No | Recommendation | Lead | Due | Progress |  |  | RAG
     |  |  |  | Q1 2026/27 | Q2 2026/27 | Q3 2026/27 |
    1 | Show queue times on screens | P Aspen | Dec 2026 | Screens ordered | Screens fitted | Live | Green
    2 | Simplify blue badge renewals | Q Cedar | Mar 2027 | Journey mapped | Form rewritten |  | Amber
    `,
    draft: [
      '1. Show queue times on screens @ P Aspen',
      '- due Dec 2026 (month 2026-12-01 to 2026-12-31)',
      '- 2026-06-30 Screens ordered',
      '- 2026-09-30 Screens fitted',
      '- 2026-12-31 <Green> Live',
      '2. Simplify blue badge renewals @ Q Cedar',
      '- due Mar 2027 (month 2027-03-01 to 2027-03-31)',
      '- 2026-06-30 Journey mapped',
      '- 2026-09-30 Form rewritten',
      '- 2026-12-31 <Amber>',
    ],
  },
  {
    name: 'themes, what customers said, letters for numbers',
    table: `
     | Theme | What customers told us | What we are going to do | By whom | By | How will we know? | Progress
    A | Phones | Too many options | Cut the menu to four options | Telephony Manager | 30 April | Fewer than 5% hang up | Menu cut on 2 April
    B | Letters | Too long | Rewrite top 10 letters | Comms Manager | 31 July | Panel is happy | 4 of 10
    `,
    draft: [
      'A. Too many options @ Telephony Manager',
      '- 1 Cut the menu to four options @ Telephony Manager: 30 April (unknown)',
      '- undated Menu cut on 2 April',
      '- note Theme: Phones',
      '- note How will we know?: Fewer than 5% hang up',
      'B. Too long @ Comms Manager',
      '- 1 Rewrite top 10 letters @ Comms Manager: 31 July (unknown)',
      '- undated 4 of 10',
      '- note Theme: Letters',
      '- note How will we know?: Panel is happy',
    ],
  },
  {
    name: 'empty rows between, a sum at the end',
    table: `
    No. | Recommendation | Responsible | Deadline | Status
    
    1 | Hold drop-ins in village halls | Community Manager | 30/6/2026 | Green
    
    2 | Offer home visits to housebound people | Benefits Manager | 31/7/2026 | Amber
    
    Total | 2 |  |  |
    `,
    draft: [
      '1. Hold drop-ins in village halls @ Community Manager',
      '- due 30/6/2026 (day 2026-06-30)',
      '- undated <Green>',
      '2. Offer home visits to housebound people @ Benefits Manager',
      '- due 31/7/2026 (day 2026-07-31)',
      '- undated <Amber>',
    ],
  },
  {
    name: 'who and when in one column',
    table: `
    Ref | Recommendation | Action | Lead and timescale | Progress
    1 | Shorten forms | Cut questions | B Elm, June 2026 | Ten cut
    2 | Answer sooner | Add staff | C Sorrel / D Thorn (Mar 2027) | Advert out
    `,
    draft: [
      '1. Shorten forms @ B Elm',
      '- 1 Cut questions @ B Elm: June 2026 (month 2026-06-01 to 2026-06-30)',
      '- undated Ten cut',
      '2. Answer sooner @ C Sorrel + D Thorn',
      '- 1 Add staff @ C Sorrel + D Thorn: Mar 2027 (month 2027-03-01 to 2027-03-31)',
      '- undated Advert out',
    ],
  },
  {
    name: 'names of groups with numbers of their own',
    table: `
    Ref | Improvement needed | Action | Owner | Deadline | Comments
    1 | CUSTOMER INSIGHT |  |  |  |
    1.1 | Share what we know with services | Workshop | P Oak | Apr-26 | Held
    1.2 | Consult hard to reach groups | Use link workers | Q Ash | Jun-26 | Two groups
    2 | CULTURE |  |  |  |
    2.1 | Recognise good service | Monthly award | R Fir | Jan-26 | Started
    `,
    draft: [
      '1.1. Share what we know with services @ P Oak',
      '- 1 Workshop @ P Oak: Apr-26 (month 2026-04-01 to 2026-04-30)',
      '- undated Held',
      '1.2. Consult hard to reach groups @ Q Ash',
      '- 1 Use link workers @ Q Ash: Jun-26 (month 2026-06-01 to 2026-06-30)',
      '- undated Two groups',
      '2.1. Recognise good service @ R Fir',
      '- 1 Monthly award @ R Fir: Jan-26 (month 2026-01-01 to 2026-01-31)',
      '- undated Started',
    ],
  },
]

export const councilTrackers: CouncilTracker[] = written.map(({ name, table, draft }) => ({
  name,
  rows: rowsOf(table),
  draft,
}))
