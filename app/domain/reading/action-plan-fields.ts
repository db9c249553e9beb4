/**
 * What the columns of a council's tracker are called. Every council has its own headings for the same few things; here
 * is each thing with the words that name it. Where one heading could be two things, the first that fits is taken, and
 * what stands in the column has the last word (action-plan-contents).
 */
export const planFields = [
  'number',
  'recommendation',
  'elements',
  'responsibility',
  'action-number',
  'actions',
  'completion',
  'revised',
  'as-at',
  'progress',
  'category',
  'status',
  'other',
] as const
export type PlanField = (typeof planFields)[number]

type Naming = [field: PlanField, words: RegExp]

const NAMINGS: Naming[] = [
  ['number', /^(?:no|nr|number|#|id|s\/n|ref|reference|item|rec|point|row)$/],
  [
    'number',
    /^(?:rec(?:ommendation)?|afi|afd|area|point|item|issue|finding|unique|plan)s? (?:no|nr|number|ref|reference|id|#)\b/,
  ],
  ['number', /^(?:ref(?:erence)?|item|id) ?(?:no|nr|number|code|id|#)?$/],
  ['action-number', /^(?:action|task|step|milestone)s? (?:no|nr|number|ref|reference|id|#)\b/],
  ['category', /\bcategor(?:y|ies)\b|\bassessment of progress\b|\b1 ?(?:-|–|to) ?4\b/],
  ['elements', /\belements?\b|\bcse (?:ref|criteri\w+|standard)\b|\bstandard (?:ref|no)\b|\bsub-?criteri\w+/],
  [
    'as-at',
    /^(?:date (?:of )?(?:last )?(?:update|review)d?|last (?:updated|reviewed|update|review)(?: date| on)?|as at(?: date)?|update date|updated(?: on)?)$/,
  ],
  [
    'other',
    /\b(?:start|commencement|begin\w*) date\b|\bdate (?:raised|identified|added|opened|agreed|started|of (?:report|assessment|visit|audit))\b|^start\b/,
  ],
  [
    'other',
    /\bdate (?:completed|closed|achieved|done|implemented)\b|\b(?:completed|closed|achieved|implemented) (?:on|date)\b|\bactual (?:completion|end|date)\b/,
  ],
  [
    'other',
    /\b(?:portfolio|cabinet member|committee|priority|risk|cost|budget|resources?|funding|success|outcomes?|benefits?|kpis?|links?|directorate|department|division)\b/,
  ],
  [
    'revised',
    /\b(?:revised|new|extended|amended|forecast|rescheduled)\b.*\b(?:date|deadline|completion|target|timescale)\b|^(?:revised|extended|revision)$/,
  ],
  [
    'completion',
    /\baction (?:by )?(?:when|date)\b|\bby when\b|\bcomplet\w+ (?:by|date)\b|\b(?:target|due|end|finish|delivery|implementation|anticipated|expected|planned|proposed|agreed|original) (?:completion )?date\b/,
  ],
  [
    'responsibility',
    /\bresponsib\w+|\bowners?(?:hip)?\b|\bleads?\b(?! to)|\bofficers?\b|\bwhom?\b|\baccountab\w+|\bassigne[de]\b|\ballocated\b|\bnamed person\b|\bmanager\b|^(?:contact|name|names|initials|service|services|team)$/,
  ],
  [
    'progress',
    /\b(?:progress|updates?|comments?|commentary|narrative|position|evidence)\b|\bactions? (?:taken|to date|completed|so far)\b|\bwhat (?:has been|have we|was) done\b|\bwork (?:done|to date)\b|\bcurrent situation\b|\bachieve(?:d|ments?)\b/,
  ],
  [
    'status',
    /\bb?rag\b|\br ?\/ ?a ?\/ ?g\b|\bstatus\b|\btraffic light\b|\bstate\b|\brating\b|^(?:complete[d]?|done|closed|open\/closed|on track)$|% ?complete|\bpercent\w*/,
  ],
  [
    'completion',
    /\b(?:anticipated|completion|deadline|due|time ?scales?|time ?frames?|timeline|timing|when|milestones?|target)\b|^(?:by|date|dates|end|quarter|year)$/,
  ],
  [
    'actions',
    /\b(?:proposed|planned|agreed|improvement|remedial|corrective|further|next|management|our|council'?s?)? ?\b(?:actions?|tasks?|steps?|activit(?:y|ies)|responses?|measures)\b|\bwhat (?:we|will|needs?|is|are|must)\b|^(?:how|what|proposals?|solutions?|intervention)\b/,
  ],
  [
    'recommendation',
    /\brecommend\w+|\bareas? (?:for|of|to)\b|\bafis?\b|\bafds?\b|\bimprovements?\b|\bdevelopments?\b|\bfindings?\b|\bissues?\b|\bobservations?\b|\bpoints?\b|\bobjectives?\b|\bgaps?\b|\bweakness\w*|\bconcerns?\b|\brequirements?\b|\bpartial\b|\bassessor\b|^(?:description|title|subject|summary|details?)$/,
  ],
]

/** The words of a heading without dates, brackets and stops. */
export const plainHeading = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/[.:*]+(?=\s|$)/g, '')
    .trim()

export function fieldOfHeading(heading: string): PlanField | null {
  const plain = plainHeading(heading)
  const bare = plain.replace(/\s*\([^)]*\)\s*/g, ' ').trim() || plain
  return named(bare) ?? named(plain)
}

const LONGEST = 65
const named = (heading: string): PlanField | null =>
  heading === '' || heading.length > LONGEST ? null : (NAMINGS.find(([, words]) => words.test(heading))?.[0] ?? null)

/** Of two columns for one thing the more telling heading is kept: "Recommendation" rather than "Issue". */
export function plainness(field: PlanField, heading: string): number {
  const plain = plainHeading(heading)
  const telling: Partial<Record<PlanField, RegExp[]>> = {
    number: [/^(?:no|number|nr|#)$/, /\brec/, /\bref/],
    recommendation: [/\brecommend/, /\bareas?\b|\bafi|\bafd/, /\bdevelop|\bimprove|\bpoint/, /\bissue|\bfinding/],
    actions: [/\b(?:proposed|planned|agreed) actions?\b/, /\bactions?\b/, /\btasks?\b|\bsteps?\b/],
    responsibility: [/\bresponsib|\bowner/, /\blead\b/, /\bofficer\b/, /\bwho/],
    completion: [/\banticipated|\bcompletion|\btarget date|\bdue/, /\bdeadline|\bby when|\btimescale/],
    category: [/\bcategor/, /\bassessment/],
    status: [/\brag\b/, /\bstatus\b/],
  }
  const place = telling[field]?.findIndex((words) => words.test(plain)) ?? -1
  return place < 0 ? 9 : place
}
