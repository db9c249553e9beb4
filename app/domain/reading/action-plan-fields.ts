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

/** In the order in which they are tried: the surer ones first. */
const NAMINGS: Naming[] = [
  ['number', /^(?:no|nr|num|number|#|id|s\/n|sn|serial|ref|reference|item|rec|recs?|point|row|code|line)$/],
  [
    'number',
    /^(?:rec(?:ommendation)?|afi|afd|area|point|item|issue|finding|unique|plan|line|serial|row)s? (?:no|nr|number|ref|reference|id|#|code)\b/,
  ],
  ['number', /^(?:our |your |report )?(?:ref(?:erence)?|item|id) ?(?:no|nr|number|code|id|#)?$/],
  ['action-number', /^(?:action|task|step|milestone|activity)s? (?:no|nr|number|ref|reference|id|#|code)\b/],
  [
    'category',
    /\bcategor(?:y|ies)\b.*\bprogress\b|\bprogress\b.*\bcategor(?:y|ies)\b|^categor(?:y|ies)\b|\bassessment of progress\b|\b1 ?(?:-|–|to) ?4\b/,
  ],
  [
    'other',
    /\bpercent\w*|^%|% ?(?:complete\w*|progress|done)?$|\b(?:complete\w*|progress) ?%|\bevidence (?:required|needed|source|ref\w*|link|location|to be)\b|\b(?:required|supporting|source of) evidence\b|\bhow (?:will|do|shall|would|can) (?:we|you|it|this) (?:know|measure|be measured|judge)\b|\bmeasures? of success\b/,
  ],
  [
    'recommendation',
    /\b(?:assessor|inspector|auditor|reviewer|panel|customer|resident|committee|report)'?s?'? (?:comments?|findings?|feedback|said|says|recommend\w*|observations?|views?)\b|\bwhat (?:the |our |was |were )?(?:customers?|residents?|assessors?|people|they|you|report|review|members|staff|users?|public) (?:told|said|say|says|asked|want\w*|found|recommended|think|need\w*)\b/,
  ],
  [
    'elements',
    /\belements?\b|\bcse (?:ref|criteri\w+|standard|no)\b|\bstandard (?:ref|no)\b|\bsub-?criteri\w+|^criteri(?:a|on)(?: (?:ref|no|number))?$/,
  ],
  [
    'as-at',
    /^(?:date (?:of )?(?:last |latest )?(?:update|review)d?|(?:date )?(?:last|latest) (?:updated|reviewed|update|review)(?: date| on)?|as at(?: date)?|update date|updated(?: on)?)$/,
  ],
  [
    'other',
    /\b(?:start|commencement|begin\w*) date\b|\bdate (?:raised|identified|added|opened|agreed|started|of (?:report|assessment|visit|audit))\b|^start(?:s|ed)?\b|^from$/,
  ],
  [
    'other',
    /\bdate (?:completed|closed|achieved|done|implemented)\b|\b(?:completed|closed|achieved|implemented) (?:on|date)\b|\bactual (?:completion|end|date)\b/,
  ],
  [
    'other',
    /\b(?:portfolio|cabinet member|committee|priority|risk|cost|budget|resources?|funding|success|outcomes?|benefits?|impact|kpis?|links?|directorate|department|division|dependenc\w+|constraints?)\b/,
  ],
  [
    'revised',
    /\b(?:revised|new|extended|amended|forecast|rescheduled|updated)\b.*\b(?:dates?|deadline|completion|target|timescale|due)\b|^(?:revised|extended|revision|forecast)$/,
  ],
  [
    'completion',
    /\bactions? (?:by )?(?:when|date|deadline)\b|\bby when\b|\bcomplet\w+ (?:by|date)\b|\b(?:target|due|end|finish|delivery|implementation|anticipated|expected|planned|proposed|agreed|original) (?:completion |end )?dates?\b|\bto be (?:completed|done|finished|implemented)(?: by)?$/,
  ],
  [
    'responsibility',
    /\bresponsib\w+|\bowne(?:rs?|d by)(?:hip)?\b|\bleads?\b(?! to)|\bled by\b|\bofficers?\b|\bwhom?\b|\baccountab\w+|\bassigne[de]\b|\ballocated\b|\bnamed person\b|\bmanagers?\b|^actions? by$|^(?:contact|name|names|initials|service|services|team|teams|delivered by|poc)$/,
  ],
  [
    'progress',
    /\b(?:progress|updates?|comments?|commentary|narrative|position|evidence)\b|\bactions? (?:taken|to date|completed|so far)\b|\bwhat (?:has (?:been |happened)|have we|was|did we|we (?:did|have done)) ?(?:done)?\b|\bwhat's (?:happened|been done)\b|\bwork (?:done|to date)\b|\bcurrent situation\b|\bachieve(?:d|ments?)\b|\b(?:where|how) (?:are we|is it|is this|we are)\b|\bhow far\b|\bdone so far\b/,
  ],
  [
    'status',
    /\bb?rag\b|\br ?\/ ?a ?\/ ?g\b|\bstatus\b|\btraffic lights?\b|\bstate\b|\brating\b|^(?:complete[d]?|done|closed|open\/closed|on track|open|implemented|finished)$|^(?:complete|done)\?? ?\(?(?:y\/n|yes\/no)?\)?$/,
  ],
  [
    'actions',
    /^(?:(?:proposed|planned|agreed|improvement|remedial|corrective|further|next|key|management|our|council'?s?|main) )*(?:actions?|tasks?|steps?|activit(?:y|ies))\b(?! (?:by|plan)\b)/,
  ],
  [
    'completion',
    /\b(?:anticipated|completion|deadlines?|due|time ?scales?|time ?frames?|timeline|timing|when|milestones?|target)\b|^(?:by|date|dates|end|quarter|year|finish|complete by)$/,
  ],
  [
    'actions',
    /\b(?:actions?|tasks?|steps?|activit(?:y|ies)|responses?|measures)\b|\bwhat (?:we|will|needs?|is|are|must|shall|should)\b|^(?:how|what|proposals?|solutions?|intervention)\b/,
  ],
  [
    'recommendation',
    /\brecommend\w+|\bareas? (?:for|of|to)\b|\bafis?\b|\bafds?\b|\bimprovements?\b|\bdevelopments?\b|\bfindings?\b|\bissues?\b|\bobservations?\b|\bpoints?\b|\bobjectives?\b|\bgaps?\b|\bweakness\w*|\bconcerns?\b|\brequirements?\b|\bpartial\b|\bassessor\b|\bfeedback\b|^(?:description|title|subject|summary|details?|suggestions?|aims?|goals?|item description)$/,
  ],
  ['progress', /^(?:notes?|remarks?|further information|additional information|other information)$/],
]

/** The words of a heading without dates, brackets and stops. */
export const plainHeading = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/[.:*?]+(?=\s|$)/g, '')
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
    recommendation: [
      /\brecommend/,
      /\bareas?\b|\bafi|\bafd/,
      /\bdevelop|\bimprove|\bpoint/,
      /\bissue|\bfinding|\bassessor|\btold|\bsaid/,
    ],
    actions: [/\b(?:proposed|planned|agreed) actions?\b/, /\bactions?\b/, /\btasks?\b|\bsteps?\b/],
    responsibility: [/\bresponsib|\bowner/, /\blead\b/, /\bofficer\b/, /\bwho/],
    completion: [/\banticipated|\bcompletion|\btarget date|\bdue/, /\bdeadline|\bby when|\btimescale/],
    category: [/\bcategor/, /\bassessment/],
    status: [/\brag\b/, /\bstatus\b/],
  }
  const place = telling[field]?.findIndex((words) => words.test(plain)) ?? -1
  return place < 0 ? 9 : place
}
