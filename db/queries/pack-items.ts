/** The evidence a pack chooses from: what is linked to an element, to a request of its review or to a recommendation,
 * each with its newest version. */
import { sql } from 'drizzle-orm'
import type { IsoDate } from '~/domain/dates'
import type { PersonalData, ScanState } from '~/domain/evidence'
import type { PackFacts } from '~/domain/pack-contents'
import type { CouncilScope, Tx } from '../in-council'
import { storedOf } from './evidence'

type Row = {
  id: string
  title: string
  asAt: IsoDate
  expiresOn: IsoDate | null
  personalData: PersonalData
  releasedBy: string | null
  releasedReason: string | null
  number: number | null
  fileName: string | null
  sha256: string | null
  size: string | null
  scanState: ScanState | null
  url: string | null
  elements: string[] | null
  requestIds: string[] | null
  recommendationIds: string[] | null
}

export async function listPackItems(scope: CouncilScope, tx: Tx, reviewId: string): Promise<PackFacts['items']> {
  const council = scope.councilId
  const rows = await tx.execute<Row>(sql`
    select i.id, i.title, i.document_on::text as "asAt", i.expires_on::text as "expiresOn",
      i.personal_data as "personalData", p.name as "releasedBy", i.released_reason as "releasedReason",
      v.number, v.file_name as "fileName", v.sha256, v.size::text as size, v.scan_state as "scanState", v.url,
      e.elements, q.ids as "requestIds", r.ids as "recommendationIds"
    from evidence_items i
    left join people p on p.council_id = ${council} and p.id = i.released_by
    left join lateral (select * from evidence_versions v where v.council_id = ${council} and v.item_id = i.id
      order by v.number desc limit 1) v on true
    left join lateral (select array_agg(l.element) as elements from evidence_elements l
      where l.council_id = ${council} and l.item_id = i.id) e on true
    left join lateral (select array_agg(l.request_id)::text[] as ids from evidence_requests l
      join document_requests d on d.council_id = ${council} and d.id = l.request_id and d.review_id = ${reviewId}
      where l.council_id = ${council} and l.item_id = i.id) q on true
    left join lateral (select array_agg(l.recommendation_id)::text[] as ids from evidence_recommendations l
      where l.council_id = ${council} and l.item_id = i.id) r on true
    where i.council_id = ${council} and (e.elements is not null or q.ids is not null or r.ids is not null)
    order by i.id`)
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    elements: row.elements ?? [],
    requestIds: row.requestIds ?? [],
    recommendationIds: row.recommendationIds ?? [],
    asAt: row.asAt,
    expiresOn: row.expiresOn,
    personalData: row.personalData,
    released: row.releasedBy === null ? null : { who: row.releasedBy, why: row.releasedReason ?? '' },
    version:
      row.number === null
        ? null
        : { number: row.number, stored: storedOf({ ...row, size: row.size === null ? null : Number(row.size) }) },
  }))
}
