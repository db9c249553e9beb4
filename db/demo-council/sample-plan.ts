/** A committee's action plan of the invented council, to be read in by whoever tries the demo: seven columns, joint
 * owners, dates as people write them, a name nobody knows, and one category that its own date contradicts. */
import { formatDate, type IsoDate } from '~/domain/dates'
import { demoCalendar } from './calendar'

export type SamplePlan = { fileName: string; title: string; notes: string[]; columns: string[]; rows: string[][] }

export function samplePlan(today: IsoDate): SamplePlan {
  const { day, month } = demoCalendar(today)
  const asAt = formatDate(day(-21))
  const rows = [
    [
      '1',
      'That residents can renew a parking permit online without sending papers again.',
      'Fatima Rahman\nAnita Bose',
      '1. Check the address against council tax records\n2. Open renewals online',
      `${month(-60)}\n${month(45)}`,
      'The check against council tax records works for nine in ten addresses.',
      '2',
    ],
    [
      '2',
      'That carers can be given a permit on the day they ask.',
      'Helen Marsh / Samir Haddad',
      '1. Agree with Homes who counts as a carer\n2. Hand out permits at both receptions',
      `${month(-125)}\n${month(-60)}`,
      'Who counts as a carer is agreed. Receptions are being trained.',
      '2',
    ],
    [
      '3',
      'That the letter about a permit that runs out says what to do in its first line.',
      'Joanna Lisle',
      '1. Rewrite the letter\n2. Try it on ten residents',
      `${month(-70)}\n${month(-30)}`,
      'The letter was rewritten and tried; calls about it have halved.',
      '1',
    ],
    [
      '4',
      'That the council says how long an appeal takes, and keeps to it.',
      'R Quill',
      '1. Measure for three months\n2. Publish the time and how often it is kept',
      `${month(-100)} – ${month(-15)}\nTBA`,
      'Measuring took a month longer than planned.',
      '3',
    ],
    [
      '5',
      'That visitors’ permits are reviewed with residents every year.',
      'Megan Price',
      '1. Ask residents of the three busiest zones',
      `${month(20)} and yearly thereafter`,
      'Not begun; planned with the spring survey.',
      '2',
    ],
  ]
  return {
    fileName: 'Parking permits action plan.docx',
    title: 'Action Plan: Scrutiny Review of Parking Permits',
    notes: ['Larkmoor Borough Council, Customer and Community Scrutiny Committee'],
    columns: [
      'Number',
      'Recommendation',
      'Responsibility',
      'Proposed actions',
      'Anticipated completion date/Completion date',
      `Evidence of progress (${asAt})`,
      `Assessment of progress (${asAt})`,
    ],
    rows,
  }
}
