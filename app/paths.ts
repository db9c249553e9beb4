/** Every URL, once. */
const query = (values: Record<string, string | number | null | undefined>) => {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(values)) if (value != null && value !== '') search.set(key, String(value))
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}

/** The list somebody came from, as its own search ("?owner=…"), so that every page under it can lead back to it. */
const from = (plan: string) => query({ plan: plan.replace(/^\?/, '') })

export const paths = {
  home: () => '/',
  signIn: (next?: string) => `/sign-in${query({ next })}`,
  signInCode: () => '/sign-in/code',
  signInDemo: () => '/sign-in/demo',
  account: () => '/account',
  secondFactor: (next?: string) => `/second-factor${query({ next })}`,
  setUpSecondFactor: (next?: string) => `/second-factor/set-up${query({ next })}`,
  chooseCouncil: (next?: string) => `/councils${query({ next })}`,
  signOut: () => '/sign-out',
  accessibility: () => '/accessibility',
  plan: (search = '') => `/plan${search}`,
  planCsv: (search = '') => `/plan.csv${search}`,
  newSource: (plan = '') => `/sources/new${from(plan)}`,
  newRecommendation: (sourceId?: string, plan = '') =>
    `/recommendations/new${query({ source: sourceId, plan: plan.replace(/^\?/, '') })}`,
  recommendation: (id: string, plan = '') => `/recommendations/${id}${from(plan)}`,
  recordProgress: (id: string, plan = '') => `/recommendations/${id}/progress${from(plan)}`,
  recommendationOwners: (id: string, plan = '') => `/recommendations/${id}/owners${from(plan)}`,
  recommendationElements: (id: string, plan = '') => `/recommendations/${id}/elements${from(plan)}`,
  recommendationHistory: (id: string, plan = '') => `/recommendations/${id}/history${from(plan)}`,
  closeRecommendation: (id: string, plan = '') => `/recommendations/${id}/close${from(plan)}`,
  reopenRecommendation: (id: string, plan = '') => `/recommendations/${id}/reopen${from(plan)}`,
  action: (recommendationId: string, actionId: string, plan = '') =>
    `/recommendations/${recommendationId}/actions/${actionId}${from(plan)}`,
  actionState: (recommendationId: string, actionId: string, plan = '') =>
    `/recommendations/${recommendationId}/actions/${actionId}/state${from(plan)}`,
  actionDate: (recommendationId: string, actionId: string, plan = '') =>
    `/recommendations/${recommendationId}/actions/${actionId}/date${from(plan)}`,
  newAction: (recommendationId: string, plan = '') => `/recommendations/${recommendationId}/actions/new${from(plan)}`,
  dateRequest: (id: string, plan = '') => `/date-requests/${id}${from(plan)}`,
  newTeam: (recommendationId?: string, plan = '') =>
    `/teams/new${query({ recommendation: recommendationId, plan: plan.replace(/^\?/, '') })}`,
  names: () => '/names',
  name: (id: string) => `/names/${id}`,
  imports: () => '/imports',
  importNew: () => '/imports/new',
  demoSample: () => '/demo/sample',
  importDraft: (id: string) => `/imports/${id}`,
  reviews: () => '/reviews',
  newReview: () => '/reviews/new',
  review: (id: string) => `/reviews/${id}`,
  agreeVisit: (id: string) => `/reviews/${id}/visit`,
  reviewQueries: (id: string) => `/reviews/${id}/queries`,
  reviewLetter: (id: string, form: 'docx' | 'txt') => `/reviews/${id}/letter.${form}`,
  request: (id: string) => `/requests/${id}`,
  certifications: () => '/certifications',
  newCertification: () => '/certifications/new',
  certification: (id: string) => `/certifications/${id}`,
  readiness: (certificationId?: string) => `/readiness${query({ certification: certificationId })}`,
  element: (number: string) => `/elements/${number}`,
  plusRegister: () => '/elements/plus',
  evidence: (search = '') => `/evidence${search}`,
  newEvidence: (values: { request?: string; recommendation?: string; action?: string; element?: string } = {}) =>
    `/evidence/new${query(values)}`,
  evidenceItem: (id: string) => `/evidence/${id}`,
  changeEvidence: (id: string) => `/evidence/${id}/change`,
  newEvidenceVersion: (id: string) => `/evidence/${id}/versions/new`,
  evidenceLinks: (id: string) => `/evidence/${id}/links`,
  releaseEvidence: (id: string) => `/evidence/${id}/release`,
  evidenceFile: (versionId: string) => `/evidence/files/${versionId}`,
  packs: () => '/packs',
  pack: (id: string) => `/packs/${id}`,
  packFile: (id: string) => `/packs/${id}/download`,
  packLinks: (id: string) => `/packs/${id}/links`,
  packLink: (token: string) => `/p/${token}`,
  packLinkFile: (token: string) => `/p/${token}/download`,
  memberSummary: () => '/summary',
  mail: () => '/mail',
  mailItem: (id: string) => `/mail/${id}`,
  mailHtml: (id: string) => `/mail/${id}/html`,
  people: () => '/people',
  newPerson: () => '/people/new',
  invitePeople: () => '/people/invite',
  person: (id: string) => `/people/${id}`,
  changePerson: (id: string) => `/people/${id}/change`,
  disablePerson: (id: string) => `/people/${id}/disable`,
  services: () => '/services',
  newService: () => '/services/new',
  service: (id: string) => `/services/${id}`,
  answer: (token: string) => `/a/${token}`,
  answerAll: (token: string) => `/a/${token}/all`,
  audit: () => '/audit',
  settings: () => '/settings',
  permissions: () => '/permissions',
  health: () => '/healthz',
  ready: () => '/readyz',
}
