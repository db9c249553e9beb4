/** Changes to people, services and sign-in in words. Names and addresses are not kept here, so none is said. */
import { frequencyWords } from '../person'
import type { Frequency } from '../reminder-people'
import { counted, listed } from '../sentence'
import { changedOf, day, list, someone, text, type Facts, type Names, type Sentence } from './facts'

const personFacts: Record<string, string> = {
  name: 'name',
  email: 'address',
  post: 'post',
  role: 'role',
  serviceId: 'service',
  limitedToService: 'limit to one service',
  deputyId: 'deputy',
  awayFrom: 'leave',
  awayUntil: 'leave',
  mayBeNamed: 'choice about being named in public',
  mailFrequency: 'choice about mail',
}

function personChanged(before: Facts, after: Facts, names: Names): string {
  const said = [...new Set(list(after.changed).flatMap((key) => personFacts[key] ?? []))]
  const what = said.length > 0 ? `the ${listed(said)}` : changedOf(before, after, personFacts)
  const role = before.role === after.role ? [] : [`from ${text(before.role)} to ${text(after.role)}`]
  const deputy = before.deputyId === after.deputyId ? [] : [`the deputy is ${someone(after.deputyId, names)}`]
  const detail = [...role, ...deputy]
  return `changed ${what}${detail.length > 0 ? ` (${detail.join('; ')})` : ''}`
}

function choicesChanged(before: Facts, after: Facts, names: Names): string {
  const mail = frequencyWords[text(after.mailFrequency) as Frequency]
  const leave =
    after.awayFrom === undefined && after.awayUntil === undefined
      ? []
      : [
          day(after.awayFrom ?? before.awayFrom) === ''
            ? 'ended the leave'
            : `entered leave from ${day(after.awayFrom ?? before.awayFrom)}${day(after.awayUntil) === '' ? '' : ` until ${day(after.awayUntil)}`}`,
        ]
  return (
    listed([
      ...(mail === undefined ? [] : [`chose mail ${mail.toLowerCase()}`]),
      ...leave,
      ...(after.deputyId === undefined ? [] : [`named ${someone(after.deputyId, names)} as deputy`]),
    ]) || 'saved the same choices'
  )
}

const handedOn = (after: Facts, names: Names) =>
  text(after.transferredTo) === '' ? '' : `; what was theirs went to ${names(text(after.transferredTo))}`

const serviceFacts = { name: 'name', parentId: 'service above it', headId: 'head of service' }

export const peopleSentences = {
  'person added': (_, after) => `added this person as ${text(after.role)}${after.invited ? ' and invited them' : ''}`,
  'person changed': personChanged,
  'person invited again': () => 'sent the invitation again',
  'person disabled': (_, after, names) => `put this person out${handedOn(after, names)}`,
  'person enabled': () => 'let this person in again',
  'own choices changed': choicesChanged,
  'signed in': (_, after) => `signed in${text(after.by) === '' ? '' : ` by ${text(after.by)}`}`,
  'signed out': () => 'signed out',
  'signed out elsewhere': (_, after) => `ended ${counted(Number(after.sessions) || 0, 'other sign-in')}`,
  'signed out everywhere': () => 'signed out everywhere',
  'second factor set up': () => 'set up a second factor',
  'second factor given': (_, after) => `gave the second factor (${text(after.by)})`,
  'second factor removed': () => 'removed the second factor',
  'recovery codes renewed': () => 'made new recovery codes',
  'service added': (_, after) => `added the service ${text(after.name)}`,
  'service changed': (before, after, names) =>
    `changed ${changedOf(before, after, serviceFacts)}` +
    (before.headId === after.headId ? '' : ` (the head is ${someone(after.headId, names)})`),
} as const satisfies Record<string, Sentence>
