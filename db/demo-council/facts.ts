/** What the dates and actions of a point of the demo said on a day: the category rules are held against it. */
import { nextOccurrence, type CompletionDate } from '~/domain/completion-date'
import { dueDay, formatCompletion } from '~/domain/completion-date'
import { latestOf, type IsoDate } from '~/domain/dates'
import type { ProgressFacts } from '~/domain/progress'
import { completionFor, type DemoCalendar } from './calendar'
import type { DemoAction, DemoPoint } from './point'

type ActionThen = {
  state: 'done' | 'dropped' | 'under-way'
  due: IsoDate | null
  original: CompletionDate | null
  extensions: number
  doneOn: IsoDate | null
}

function actionThen(action: DemoAction, asAt: IsoDate, calendar: DemoCalendar): ActionThen {
  const original = action.due && completionFor(action.due, calendar)
  const revised = (action.revised ?? []).filter(({ on }) => calendar.day(on) <= asAt)
  const standing = revised.length > 0 ? completionFor(revised.at(-1)!.to, calendar) : original
  const doneOn = action.done === undefined ? null : calendar.day(action.done)
  const isDone = doneOn !== null && doneOn <= asAt
  const isDropped = action.dropped !== undefined && calendar.day(action.dropped) <= asAt
  return {
    state: isDone ? 'done' : isDropped ? 'dropped' : 'under-way',
    due: standing?.kind === 'recurring' ? nextOccurrence(standing, asAt) : dueDay(standing, asAt),
    original,
    extensions: revised.length,
    doneOn: isDone ? doneOn : null,
  }
}

export function factsThen(point: DemoPoint, asAt: IsoDate, calendar: DemoCalendar): ProgressFacts {
  const actions = point.actions.map((action) => actionThen(action, asAt, calendar))
  const count = (state: ActionThen['state']) => actions.filter((action) => action.state === state).length
  const originals = actions.flatMap(({ original }) => (original?.to ? [original] : []))
  const originalDue = latestOf(originals.map(({ to }) => to))
  const original = originals.find(({ to }) => to === originalDue)
  const extensions = Math.max(0, ...actions.map((action) => action.extensions))
  const asks = point.asks && calendar.day(point.asks.on) <= asAt ? calendar.day(point.asks.for) : null
  return {
    asAt,
    due: latestOf(actions.filter(({ state }) => state === 'under-way').map(({ due }) => due)),
    originalDue,
    ...(original ? { originalWords: formatCompletion(original) } : {}),
    askedDue: asks,
    extensions: { count: extensions, agreed: extensions, lastAgreedBy: extensions > 0 ? 'lead' : null },
    actions: { notStarted: 0, underWay: count('under-way'), done: count('done'), dropped: count('dropped') },
    doneOn: latestOf(actions.map(({ doneOn }) => doneOn)),
  }
}

/** The new date that a slip of the story names: what is asked for, or what was then agreed. */
export function newDueAfter(point: DemoPoint, asAt: IsoDate, calendar: DemoCalendar): IsoDate | null {
  if (point.asks && calendar.day(point.asks.on) === asAt) return calendar.day(point.asks.for)
  const agreed = point.actions.flatMap(({ revised = [] }) => revised.filter(({ on }) => calendar.day(on) > asAt))
  return latestOf(agreed.map(({ to }) => completionFor(to, calendar).to))
}
