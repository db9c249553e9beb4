/** The points of the two assessment reports of the demo council, in its own words. */
import { aboutMonth, between, inMonth, inQuarter, onDay, ongoingFrom, toBeAgreed } from './calendar'
import type { DemoPoint } from './point'

/** Raised at the full assessment; most were answered at the review a year later. */
export const firstPoints: DemoPoint[] = [
  {
    key: 'first-1',
    source: 'first',
    kind: 'area-for-development',
    text: 'The council asks often but never looks back at whether the asking worked. Review each exercise once it is over and say what will be done differently next time.',
    elements: ['1.2.3'],
    service: 'customer',
    owners: ['helen'],
    actions: [
      { text: 'Write a one-page review after each consultation', due: inMonth(-520), done: -512 },
      { text: 'Put the lessons of a year before the management team', due: inMonth(-400), done: -410 },
    ],
    progress: [
      { on: -343, is: 1, words: 'Seven reviews are written and the first yearly paper went to the management team.' },
    ],
    closed: {
      way: 'answered-at-a-review',
      on: -270,
      reason: 'Found met at the 12-month review: the assessor read three of the reviews and the yearly paper.',
    },
  },
  {
    key: 'first-2',
    source: 'first',
    kind: 'area-for-development',
    text: 'Several pages of the website still named services that had moved. Give every page an owner and a date on which it is looked at again.',
    elements: ['3.2.3', '3.2.4'],
    service: 'digital',
    owners: ['fatima'],
    actions: [
      { text: 'List every page with its owner', due: inMonth(-540), done: -538 },
      { text: 'Set a yearly check with a message to the owner', due: inMonth(-480), done: -470 },
      { text: 'Take down pages nobody owns', due: between(-480, -420), done: -415 },
    ],
    progress: [
      { on: -343, is: 1, words: '412 pages have an owner, 230 were taken down, and the yearly check has run once.' },
    ],
    closed: {
      way: 'answered-at-a-review',
      on: -270,
      reason: 'Found met at the 12-month review: a sample of twenty pages was correct.',
    },
  },
  {
    key: 'first-3',
    source: 'first',
    kind: 'area-for-development',
    text: 'There is little comparison of results with other councils. Choose a few measures and set them beside those of others.',
    elements: ['4.2.3'],
    service: 'performance',
    owners: ['tom'],
    actions: [
      { text: 'Agree measures with three neighbouring councils', due: inMonth(-500), done: -451 },
      {
        text: 'Set the first year of figures side by side',
        due: inMonth(-380),
        state: 'no-longer-needed',
        dropped: -270,
        why: 'Taken over by the point of the second report.',
      },
    ],
    progress: [
      {
        on: -343,
        is: 4,
        words: 'The measures are agreed, but two of the three councils did not send figures in time for the review.',
      },
    ],
    closed: {
      way: 'superseded',
      on: -270,
      reason: 'The 12-month review raised it again, with a deadline.',
      supersededBy: 'second-6',
    },
  },
  {
    key: 'first-4',
    source: 'first',
    kind: 'area-for-development',
    text: 'Appraisals speak of targets and hardly of how people were served. Make service a part of every appraisal.',
    elements: ['2.2.3'],
    service: 'core',
    owners: ['peter'],
    actions: [
      { text: 'Draft a question on service for the appraisal form', due: inMonth(-450), done: -440 },
      {
        text: 'Train managers in using it',
        due: inMonth(-380),
        revised: [{ to: inMonth(-200), on: -335, why: 'The training waits for the new appraisal round.' }],
        state: 'no-longer-needed',
        dropped: -270,
        why: 'Taken over by the point of the second report.',
      },
    ],
    progress: [{ on: -343, is: 3, words: 'The question is drafted. The training waits for the new appraisal round.' }],
    closed: {
      way: 'superseded',
      on: -270,
      reason: 'The 12-month review made it a partial compliance.',
      supersededBy: 'second-2',
    },
  },
  {
    key: 'first-5',
    source: 'first',
    kind: 'area-for-development',
    text: 'When an answer is late, customers hear of it only if they ask. Tell them before they do.',
    elements: ['5.2.5'],
    service: 'contact',
    owners: ['daniel', 'reception'],
    actions: [
      { text: 'Send a message on the fifth day of an open enquiry', due: onDay(-455), done: -460 },
      { text: 'Count late answers with and without a message', due: inMonth(-400), done: -398 },
    ],
    progress: [{ on: -343, is: 1, words: 'The message goes out by itself; nine in ten late answers now have one.' }],
    closed: { way: 'answered-at-a-review', on: -270, reason: 'Found met at the 12-month review.' },
  },
  {
    key: 'first-6',
    source: 'first',
    kind: 'area-for-development',
    text: 'Work with people who seldom come forward depends on one officer. Spread it, and write down who is reached.',
    elements: ['1.1.3'],
    service: 'homes',
    owners: ['ruth', 'samir'],
    actions: [
      { text: 'Name a second officer and a plan for absences', due: inMonth(-520), done: -525 },
      { text: 'Keep a list of groups reached each quarter', due: inQuarter(-430), done: -405 },
    ],
    progress: [{ on: -343, is: 1, words: 'Two officers share the work; fourteen groups were met last quarter.' }],
    closed: {
      way: 'answered-at-a-review',
      on: -270,
      reason: 'Raised to compliance plus at the 12-month review.',
    },
  },
  {
    key: 'first-7',
    source: 'first',
    kind: 'area-for-development',
    text: 'Lessons from complaints are drawn in each service and stay there. Bring them together and show what was changed.',
    elements: ['4.3.4'],
    service: 'contact',
    owners: ['daniel', 'helen'],
    actions: [
      { text: 'Hold a lessons meeting of all services each quarter', due: ongoingFrom(-500), state: 'under-way' },
      { text: 'Publish “you said, we did” on the complaints page', due: inMonth(-210), done: -190 },
    ],
    progress: [
      {
        on: -343,
        is: 2,
        words: 'Two lessons meetings were held; eight changes are listed.',
      },
      {
        on: -252,
        is: 2,
        words: 'Third meeting held. The page is being designed.',
      },
      {
        on: -161,
        is: 2,
        words: 'The page is live with eleven changes. The meetings go on.',
        although: 'The meetings have no end, so there is no date to be on track to.',
      },
      {
        on: -70,
        is: 2,
        words: 'Fifth meeting held; Planning and Revenues took part for the first time.',
        although: 'The meetings have no end, so there is no date to be on track to.',
      },
    ],
  },
  {
    key: 'first-8',
    source: 'first',
    kind: 'area-for-development',
    text: 'The assessor suggested softer flooring at the Wharf House reception, which can be loud at busy times.',
    elements: ['3.3.3'],
    service: 'contact',
    owners: ['daniel'],
    adviceOnly: true,
    actions: [{ text: 'Ask for a price', due: inMonth(-480), done: -470 }],
    progress: [
      { on: -343, is: 1, words: 'A price was obtained: £41,000, for a building the council leaves in three years.' },
    ],
    closed: {
      way: 'declined',
      on: -300,
      reason:
        'Too dear for a building the council is leaving; screens were put up instead and customers say it is quieter.',
    },
  },
]

/** Raised at the 12-month review, and to be answered at the visit to come. */
export const secondPoints: DemoPoint[] = [
  {
    key: 'second-1',
    source: 'second',
    kind: 'partial-compliance',
    text: 'What the council knows of its customers is collected but seldom used when a decision is made. Show where it changed one.',
    elements: ['2.1.2'],
    service: 'performance',
    owners: ['tom', 'helen'],
    actions: [
      { text: 'Add “what customers told us” to the template for committee reports', due: inMonth(-130), done: -140 },
      { text: 'Choose three decisions of the year and write up what moved them', due: inMonth(38), state: 'under-way' },
      { text: 'Take the three cases to the management team', due: onDay(48) },
    ],
    progress: [
      { on: -252, is: 2, words: 'The template is being changed with Democratic Services.' },
      { on: -161, is: 2, words: 'Every report to committee now has the section; 31 so far.' },
      {
        on: -70,
        is: 2,
        words: 'Two of the three cases are chosen: the opening hours of Wharf House, and garden waste.',
      },
      { on: -11, is: 2, words: 'First case written up. The second waits for figures from Waste.' },
    ],
  },
  {
    key: 'second-2',
    source: 'second',
    kind: 'partial-compliance',
    text: 'Service is still not part of appraisals across the council. This was raised last time and must be in place by the next visit.',
    elements: ['2.2.3'],
    service: 'core',
    owners: ['peter'],
    earlier: 'first-4',
    actions: [
      { text: 'Put the question on service into the form', due: inMonth(-180), done: -150 },
      {
        text: 'Train every manager who holds appraisals',
        due: inMonth(-95),
        state: 'under-way',
        revised: [
          { to: inMonth(-20), on: -90, why: 'The trainer left and the course had to be bought in.' },
          { to: inMonth(55), on: -60, why: 'Only four of nine sessions could be held before the holidays.' },
        ],
      },
      {
        text: 'Sample twenty appraisals for what they say of service',
        due: inMonth(-30),
        revised: [{ to: inMonth(62), on: -60, why: 'It follows the training.' }],
      },
    ],
    progress: [
      { on: -252, is: 2, words: 'The form goes to the staff forum next month.' },
      { on: -161, is: 2, words: 'Agreed with the staff forum; the form changes this month.' },
      {
        on: -70,
        is: 3,
        words:
          'Four of nine training sessions are held. The rest cannot be held before the new year of appraisals begins.',
      },
    ],
  },
  {
    key: 'second-3',
    source: 'second',
    kind: 'area-for-development',
    text: 'Ideas from the front line are asked for, but those who offer them do not always hear what became of them.',
    elements: ['2.2.4'],
    service: 'customer',
    owners: ['helen', 'daniel'],
    actions: [
      { text: 'Answer every idea within ten working days', due: inMonth(-150), done: -158 },
      { text: 'Show all ideas and answers on the intranet', due: inMonth(-60), done: -75 },
      { text: 'Ask staff whether they feel heard, and compare with last year', due: onDay(44), state: 'under-way' },
    ],
    progress: [
      { on: -252, is: 2, words: 'The ten-day answer is agreed by all heads of service.' },
      { on: -161, is: 2, words: '46 ideas since spring, 44 answered in time.' },
      { on: -70, is: 2, words: 'All ideas and answers can be seen on the intranet. The survey is being prepared.' },
      { on: -6, is: 2, words: 'The survey is open; 38 in 100 have answered so far.', byLink: true },
    ],
  },
  {
    key: 'second-4',
    source: 'second',
    kind: 'partial-compliance',
    text: 'The satisfaction survey asks about speed and courtesy and leaves out whether the matter was settled, which customers call most important.',
    elements: ['1.3.3'],
    service: 'performance',
    owners: ['tom'],
    actions: [
      { text: 'Ask fifty customers what matters most', due: inMonth(-170), done: -175 },
      { text: 'Rewrite the survey with their words', due: inMonth(-100), done: -96 },
      { text: 'Run one quarter with the new questions', due: inMonth(-5), done: -9 },
    ],
    progress: [
      { on: -252, is: 2, words: 'Interviews have begun.' },
      { on: -161, is: 2, words: '52 customers were asked; “was it sorted?” comes first for most of them.' },
      { on: -70, is: 2, words: 'New survey in use since last month.' },
      {
        on: -9,
        is: 1,
        words: 'First quarter with the new questions: 1,204 answers, 83 in 100 say the matter was settled.',
      },
    ],
  },
  {
    key: 'second-5',
    source: 'second',
    kind: 'partial-compliance',
    text: 'The council offers many ways in but does not study who uses which and why some give up part of the way.',
    elements: ['3.3.2'],
    service: 'digital',
    owners: ['fatima', 'webTeam'],
    actions: [
      { text: 'Measure where people leave the ten busiest online forms', due: inMonth(-80), done: -84 },
      { text: 'Rebuild the three worst', due: between(-30, 20), state: 'under-way' },
      { text: 'Measure again and publish both', due: aboutMonth(110) },
    ],
    progress: [
      { on: -252, is: 2, words: 'Measuring is set up on four of ten forms.' },
      { on: -161, is: 2, words: 'All ten are measured.' },
      {
        on: -70,
        is: 2,
        words: 'Housing register, missed bin and change of address lose most people: these three are rebuilt first.',
      },
      { on: -13, is: 2, words: 'Two of three rebuilt. The last measurement comes after the visit, as planned.' },
    ],
  },
  {
    key: 'second-6',
    source: 'second',
    kind: 'partial-compliance',
    text: 'Comparison with others has been promised and not yet made. Set a year of figures beside those of at least two other councils.',
    elements: ['4.2.3'],
    service: 'performance',
    owners: ['tom', 'mistry'],
    earlier: 'first-3',
    actions: [
      { text: 'Exchange figures with two councils of like size', due: inMonth(-140), done: -138 },
      {
        text: 'Publish the comparison with what we will do about it',
        due: inMonth(-45),
        state: 'under-way',
        revised: [
          { to: onDay(33), on: -40, why: 'One council corrected its figures and everything had to be counted again.' },
        ],
      },
    ],
    progress: [
      { on: -252, is: 2, words: 'Two councils have agreed to exchange figures.' },
      { on: -161, is: 2, words: 'Figures are in from one of two.' },
      { on: -70, is: 2, words: 'Both sets are in. A first draft is written.' },
      { on: -4, is: 2, words: 'The new count is done; the draft goes to the management team on its next day.' },
    ],
  },
  {
    key: 'second-7',
    source: 'second',
    kind: 'partial-compliance',
    text: 'The way to complain has not been looked at with customers since it was written. Review it with people who have used it.',
    elements: ['4.3.5'],
    service: 'contact',
    owners: ['daniel'],
    actions: [
      { text: 'Ask thirty people who complained how it went', due: inMonth(-150), done: -152 },
      { text: 'Change the route where they stumbled', due: inMonth(-90), done: -99 },
    ],
    progress: [
      { on: -252, is: 2, words: 'Letters to sixty people are out.' },
      { on: -161, is: 2, words: '33 answered. Most stumbled over the online form’s first question.' },
      {
        on: -70,
        is: 1,
        words: 'The form is changed, the leaflet too, and six of the 33 tried them before they went live.',
      },
    ],
  },
  {
    key: 'second-8',
    source: 'second',
    kind: 'partial-compliance',
    text: 'Customers still have to tell their story twice when a matter passes from the contact centre to Housing Options.',
    elements: ['5.2.3'],
    service: 'options',
    owners: ['samir', 'fatima'],
    actions: [
      {
        text: 'Link the two systems so that a case opens in both',
        due: inMonth(-120),
        revised: [{ to: inMonth(-5), on: -155, why: 'The supplier has moved the date.' }],
        state: 'no-longer-needed',
        dropped: -75,
        why: 'The supplier of the housing system withdrew the connection.',
      },
      { text: 'Pass a written summary with every transfer', due: inMonth(-60), done: -72 },
    ],
    progress: [
      { on: -252, is: 2, words: 'The supplier has given a date for the connection.' },
      { on: -161, is: 3, words: 'The supplier has moved the date twice. A written summary is tried in the meantime.' },
      {
        on: -70,
        is: 4,
        words:
          'The connection will not be built: the supplier has withdrawn it. The written summary works for most cases, but it is not what was asked for.',
        although: 'Every action is finished, but the point itself is not met.',
      },
    ],
  },
  {
    key: 'second-9',
    source: 'second',
    kind: 'area-for-development',
    text: 'Partners were full of praise but had no say in how joint services are judged. Agree a few measures together.',
    elements: ['3.4.1', '3.4.2'],
    service: 'homes',
    owners: ['hartnell'],
    actions: [
      { text: 'Invite the partners to a first meeting', due: toBeAgreed },
      { text: 'Agree measures', due: toBeAgreed },
    ],
    progress: [],
  },
  {
    key: 'second-10',
    source: 'second',
    kind: 'area-for-development',
    text: 'Our promises on response times are clear on the website and nowhere else. Put them where people wait and in what they receive.',
    elements: ['5.1.1', '5.2.1'],
    service: 'communications',
    owners: ['joanna'],
    actions: [
      { text: 'Print the promises on letters and bills', due: inMonth(-120), done: -131 },
      { text: 'Put posters in both receptions', due: onDay(-12), state: 'under-way' },
    ],
    progress: [
      { on: -252, is: 2, words: 'Wording agreed with the contact centre.' },
      { on: -161, is: 2, words: 'On council tax bills since spring. Posters are at the designer’s.' },
    ],
  },
]
