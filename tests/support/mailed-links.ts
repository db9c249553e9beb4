/** Reminders of today, really planned, sent and received: the links that came with them. */
import { planDay } from '~/use-cases/plan-reminders'
import { sendNotices } from '~/use-cases/send-notices'
import { addDays } from '~/domain/dates'
import { todayInLondon } from '~/domain/london-time'
import { holdBackToWorkingDay, MONDAY_TO_FRIDAY } from '~/domain/working-days'
import { env } from '~/http/env'
import type { CouncilScope } from '#db/in-council'
import type { LiveApp } from './live-app'

/** The working day whose reminders are sent, and a due day two weeks after it, which is asked about on it. */
export const remindedOn = holdBackToWorkingDay(todayInLondon(new Date()), {
  nation: 'england-and-wales',
  workingWeekdays: MONDAY_TO_FRIDAY,
})
export const dueInTwoWeeks = addDays(remindedOn, 14)

export type MailedLinks = { text: string; answers: string[]; all: string | null; undo: string[] }

export async function sendReminders(scope: CouncilScope, day = remindedOn): Promise<void> {
  await planDay(scope, { day, again: true, domain: 'plans.example' }, new Date())
  while ((await sendNotices(scope, { baseUrl: env().baseUrl }, new Date())).claimed > 0);
}

export function linksMailedTo({ mailbox }: LiveApp, address: string): MailedLinks {
  const text = mailbox.mails.findLast(({ to }) => to.includes(address))?.parsed.text ?? ''
  const tokensAfter = (words: RegExp) => [...text.matchAll(words)].map((match) => match[1]!)
  return {
    text,
    answers: tokensAfter(/How does it stand\?[^\n]*\n\S+\/a\/([\w-]+)/g),
    all: tokensAfter(/\/a\/([\w-]+)\/all/g)[0] ?? null,
    undo: tokensAfter(/Take it back:\n\S+\/a\/([\w-]+)/g),
  }
}
