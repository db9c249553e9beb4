/**
 * Who may do what: one table, role by permission, read by the code, by the tests and by the page that shows it.
 * Roles are DOMAIN's people: a lead runs the plan, an owner answers for what is theirs, a member (councillor) reads,
 * an administrator runs the council's settings and people.
 */
export const roles = ['administrator', 'lead', 'owner', 'member'] as const
export type Role = (typeof roles)[number]

export const permissionTable = {
  'home:view': ['administrator', 'lead', 'owner', 'member'],
  'account:use': ['administrator', 'lead', 'owner', 'member'],
  'plan:view': ['administrator', 'lead', 'owner', 'member'],
  'plan:change': ['lead'],
  'progress:record': ['lead', 'owner'],
  'date:revise': ['lead'],
  'date:request': ['lead', 'owner'],
  'owner:assign': ['lead'],
  'import:use': ['lead'],
  'review:view': ['administrator', 'lead', 'owner', 'member'],
  'review:change': ['lead'],
  'request:supply': ['lead', 'owner'],
  'request:check': ['lead'],
  'evidence:view': ['lead', 'owner'],
  'evidence:change': ['lead', 'owner'],
  'evidence:release': ['lead'],
  'readiness:view': ['administrator', 'lead', 'owner', 'member'],
  'self-assessment:record': ['lead', 'owner'],
  'query:settle': ['lead'],
  'pack:view': ['lead'],
  'pack:build': ['lead'],
  'summary:view': ['administrator', 'lead', 'owner', 'member'],
  'mail:view': ['administrator', 'lead'],
  'people:view': ['administrator', 'lead'],
  'people:change': ['administrator'],
  'settings:change': ['administrator'],
  'audit:view': ['administrator', 'lead'],
  'records:manage': ['administrator'],
  'audit:export': ['administrator', 'lead'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissionTable

export const mayDo = (role: Role, permission: Permission): boolean =>
  (permissionTable[permission] as readonly Role[]).includes(role)

/** As the page says it. */
export const permissionWords: Record<Permission, string> = {
  'home:view': 'See their own home page',
  'account:use': 'See and end their own sign-ins, set their reminders, leave and deputy, and see this table',
  'plan:view': 'See the plan',
  'plan:change': 'Add and change recommendations and actions, close and reopen them',
  'progress:record': 'Record progress',
  'date:revise': 'Revise dates and decide on dates asked for',
  'date:request': 'Ask for a new date',
  'owner:assign': 'Say whose something is',
  'import:use': 'Take in documents',
  'review:view': 'See reviews and certificates',
  'review:change': 'Plan reviews, agree visits, enter certificates',
  'request:supply': 'Supply what the assessment body asked for',
  'request:check': 'Check what was supplied',
  'evidence:view': 'See evidence',
  'evidence:change': 'Add and change evidence',
  'evidence:release': 'Release evidence with personal data',
  'readiness:view': 'See how ready the council is',
  'self-assessment:record': 'Say what level an element has, in the council’s own view',
  'query:settle': 'Settle contradictions in documents',
  'pack:view': 'See evidence packs',
  'pack:build': 'Build evidence packs and give them to the assessor',
  'summary:view': 'See the councillors’ page',
  'mail:view': 'See the mails that were sent',
  'people:view': 'See the people of the council',
  'people:change': 'Add, change and put out people, change services',
  'settings:change': 'Change the council’s settings',
  'audit:view': 'See the record of every change',
  'records:manage': 'Take everything out, decide how long records are kept, answer information requests',
  'audit:export': 'Take the record of every change out as a file',
}
