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
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissionTable

export const mayDo = (role: Role, permission: Permission): boolean =>
  (permissionTable[permission] as readonly Role[]).includes(role)
