/**
 * The five steps that show in two minutes what the product is for, each with how far it is. A step that a role may not
 * take says who may; what has been looked at is not kept, so that step shows the verdict instead.
 */
import { mayDo, roles, type Permission, type Role } from './permissions'
import { verdictLabels, type Verdict } from './readiness'
import { capitalised, counted } from './sentence'

export type DemoStepKey = 'sign-in' | 'read' | 'look' | 'answer' | 'build'
export type DemoStep = {
  key: DemoStepKey
  title: string
  words: string
  isDone: boolean
  state: string
  /** Of a step that this role may not take. */
  otherwise: string | null
}

type Input = {
  who: { name: string; role: Role }
  counts: { read: number; answered: number; built: number }
  verdict: Verdict | null
}

const roleNames: Readonly<Record<Role, string>> = {
  lead: 'the lead',
  owner: 'an owner',
  member: 'a member',
  administrator: 'the administrator',
}

const otherwiseFor = (role: Role, permission: Permission): string | null => {
  if (mayDo(role, permission)) return null
  const first = (['lead', ...roles] as Role[]).find((each) => mayDo(each, permission))!
  return `Sign in as ${roleNames[first]} for this.`
}

export function demoSteps({ who, counts, verdict }: Input): DemoStep[] {
  const step = (
    key: DemoStepKey,
    title: string,
    words: string,
    permission: Permission,
    done: string | null,
    open: string,
  ) => ({
    key,
    title,
    words,
    isDone: done !== null,
    state: done ?? open,
    otherwise: otherwiseFor(who.role, permission),
  })
  return [
    step(
      'sign-in',
      'Sign in as somebody',
      'Each sees a home of their own: the lead, an owner, a councillor, the administrator.',
      'home:view',
      `Done: you are ${who.name}, ${who.role}`,
      '',
    ),
    step(
      'read',
      'Read a report in',
      'Drop in an assessor’s report or a tracker. A minute later it is a plan with owners and dates.',
      'import:use',
      counts.read > 0 ? `Done: ${counted(counts.read, 'document')} read in` : null,
      'Not done yet',
    ),
    step(
      'look',
      'See what hangs by a thread',
      'The verdict as a range, with its reasons: which element decides, and who can do something about it.',
      'readiness:view',
      null,
      verdict === null ? 'No certificate yet' : `Now: ${verdictLabels[verdict]}`,
    ),
    step(
      'answer',
      'Answer from the mail',
      'Open a reminder and answer it by its link, without signing in, in under a minute.',
      'mail:view',
      counts.answered > 0 ? `Done: ${counted(counts.answered, 'answer')} by a link` : null,
      'Not done yet',
    ),
    step(
      'build',
      'Build the pack',
      'Everything the assessor asked for in one file, with the list of what is missing and why.',
      'pack:build',
      counts.built > 0 ? `Done: ${counted(counts.built, 'pack')} built` : null,
      'Not done yet',
    ),
  ].map((each) => ({ ...each, state: capitalised(each.state) }))
}
