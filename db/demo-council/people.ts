/** The invented council: its services, and the people in them. Nobody here exists. */
import type { Role } from '~/domain/permissions'

export const councilName = 'Larkmoor Borough Council'
const domain = 'larkmoor.example'

export type DemoPerson = {
  name: string
  email: string
  role: Role
  post: string
  service: ServiceKey | null
  deputy?: PersonKey
  /** Days from today. */
  away?: [from: number, until: number]
}

export const services = {
  customer: { name: 'Customer and Digital', parent: null, head: 'helen' },
  contact: { name: 'Contact Centre and Receptions', parent: 'customer', head: 'daniel' },
  digital: { name: 'Digital Services', parent: 'customer', head: 'fatima' },
  communications: { name: 'Communications', parent: 'customer', head: 'joanna' },
  place: { name: 'Place and Environment', parent: null, head: 'megan' },
  waste: { name: 'Waste and Recycling', parent: 'place', head: 'colin' },
  planning: { name: 'Planning and Building Control', parent: 'place', head: 'megan' },
  homes: { name: 'Homes and Communities', parent: null, head: 'ruth' },
  options: { name: 'Housing Options', parent: 'homes', head: 'samir' },
  core: { name: 'People and Resources', parent: null, head: 'peter' },
  revenues: { name: 'Revenues and Benefits', parent: 'core', head: 'anita' },
  performance: { name: 'Performance and Improvement', parent: 'core', head: 'tom' },
} as const satisfies Record<string, { name: string; parent: string | null; head: string }>
export type ServiceKey = keyof typeof services

const at = (name: string) =>
  `${name
    .toLowerCase()
    .replace(/^cllr /, '')
    .replace(' ', '.')}@${domain}`
const person = (
  name: string,
  role: Role,
  post: string,
  service: ServiceKey | null,
  more: { deputy?: PersonKey; away?: [number, number] } = {},
): DemoPerson => ({ name, email: at(name), role, post, service, ...more })

export type PersonKey =
  | 'priya'
  | 'tom'
  | 'grace'
  | 'helen'
  | 'daniel'
  | 'fatima'
  | 'joanna'
  | 'megan'
  | 'colin'
  | 'ruth'
  | 'samir'
  | 'peter'
  | 'anita'
  | 'ngozi'
  | 'ian'

export const people: Record<PersonKey, DemoPerson> = {
  priya: person('Priya Raman', 'lead', 'Customer Experience Lead', 'customer', { deputy: 'tom' }),
  tom: person('Tom Ashdown', 'lead', 'Performance and Improvement Officer', 'performance', { deputy: 'priya' }),
  grace: person('Grace Oyelaran', 'administrator', 'Business Systems Manager', 'digital'),
  helen: person('Helen Marsh', 'owner', 'Head of Customer and Digital', 'customer', { deputy: 'daniel' }),
  daniel: person('Daniel Okafor', 'owner', 'Contact Centre Manager', 'contact', { deputy: 'helen' }),
  fatima: person('Fatima Rahman', 'owner', 'Digital Services Manager', 'digital', { deputy: 'helen' }),
  joanna: person('Joanna Lisle', 'owner', 'Communications Manager', 'communications'),
  megan: person('Megan Price', 'owner', 'Head of Place and Environment', 'place', { deputy: 'colin' }),
  colin: person('Colin Trew', 'owner', 'Waste and Recycling Manager', 'waste'),
  ruth: person('Ruth Penhallow', 'owner', 'Head of Homes and Communities', 'homes', { deputy: 'samir' }),
  samir: person('Samir Haddad', 'owner', 'Housing Options Team Leader', 'options', { deputy: 'ruth' }),
  peter: person('Peter Swann', 'owner', 'Head of People and Resources', 'core', { deputy: 'anita' }),
  anita: person('Anita Bose', 'owner', 'Revenues and Benefits Manager', 'revenues', { away: [9, 20], deputy: 'peter' }),
  ngozi: person('Cllr Ngozi Eze', 'member', 'Chair of the Scrutiny Committee', null),
  ian: person('Cllr Ian Wetherby', 'member', 'Portfolio holder for customers', null),
}

/** Teams answer through one of the people; names are as a document wrote them, and nobody yet. */
export const teams = {
  reception: { name: 'Reception team', contact: 'daniel', mailbox: `reception@${domain}` },
} as const satisfies Record<string, { name: string; contact: PersonKey; mailbox: string }>
export const names = { hartnell: 'J Hartnell', webTeam: 'Web team', mistry: 'K Mistry' } as const

export type OwnerKey = PersonKey | keyof typeof teams | keyof typeof names
