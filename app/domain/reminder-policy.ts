/**
 * What a council decides about its reminders: on which days before a date people are asked, how often after it, how long
 * after an answer there is quiet, and on which days before the date silence is told to the deputy, the head of service
 * and the lead. Silence climbs before the date and not after it, so each of those days lies before the date too, and
 * nobody hears of a silence before its owner was asked.
 */
import type { Refusal } from './outcome'
import { defaultPolicy, type ReminderPolicy } from './reminder-moments'
import type { Frequency } from './reminder-people'

export type ReminderRules = {
  askBefore: number[]
  lateEvery: number
  quietDays: number
  tellDeputy: number
  tellHead: number
  tellLead: number
}

export const usualRules: ReminderRules = {
  askBefore: [...defaultPolicy.askBefore],
  lateEvery: defaultPolicy.lateEvery,
  quietDays: defaultPolicy.quietDays,
  tellDeputy: 10,
  tellHead: 5,
  tellLead: 2,
}

/** As the days of a mail are worked out; null where the council keeps to what is usual. */
export function policyOf(council: { reminderRules: ReminderRules | null; mailFloor: Frequency }): ReminderPolicy {
  const { askBefore, lateEvery, quietDays, tellDeputy, tellHead, tellLead } = council.reminderRules ?? usualRules
  return {
    ...defaultPolicy,
    askBefore,
    lateEvery,
    quietDays,
    floor: council.mailFloor,
    escalateBefore: [
      { to: 'deputy', days: tellDeputy },
      { to: 'head-of-service', days: tellHead },
      { to: 'lead', days: tellLead },
    ],
  }
}

const most = { times: 6, before: 90, every: 28, quiet: 14 }
const isWhole = (days: number, least: number, atMost: number) =>
  Number.isInteger(days) && days >= least && days <= atMost

export function checkReminderRules(rules: ReminderRules): Refusal[] {
  const { askBefore, lateEvery, quietDays, tellDeputy, tellHead, tellLead } = rules
  const refusals: Refusal[] = []
  const refuse = (field: string, message: string) => void refusals.push({ field, message })
  if (askBefore.length === 0 || askBefore.length > most.times)
    refuse('askBefore', `Enter between 1 and ${most.times} numbers of days, such as 28, 14, 7, 1`)
  else if (!askBefore.every((days) => isWhole(days, 1, most.before)))
    refuse('askBefore', `Each must be a whole number of days between 1 and ${most.before}`)
  else if (new Set(askBefore).size !== askBefore.length) refuse('askBefore', 'Enter each number of days once')
  if (!isWhole(lateEvery, 1, most.every))
    refuse('lateEvery', `Enter a whole number of days between 1 and ${most.every}`)
  if (!isWhole(quietDays, 0, most.quiet))
    refuse('quietDays', `Enter a whole number of days between 0 and ${most.quiet}`)
  // Where the days of asking are wrong there is nothing to hold the others against.
  const first = refusals.some(({ field }) => field === 'askBefore') ? Infinity : Math.max(...askBefore)
  const steps = [
    ['tellDeputy', tellDeputy],
    ['tellHead', tellHead],
    ['tellLead', tellLead],
  ] as const
  for (const [field, days] of steps)
    if (!isWhole(days, 1, most.before)) refuse(field, `Enter a whole number of days between 1 and ${most.before}`)
    else if (days >= first) refuse(field, `It must be after the first question, ${first} days before the date`)
  if (refusals.length === 0 && (tellHead > tellDeputy || tellLead > tellHead))
    refuse(
      tellHead > tellDeputy ? 'tellHead' : 'tellLead',
      'Silence climbs: each is told no earlier than the one before',
    )
  return refusals
}
