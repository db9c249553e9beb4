/** The record as a file: the filter that was asked for, and the answer's headers. */
import { parseAuditSearch, type AuditSearch } from '~/domain/audit-search'
import { todayInLondon } from '~/domain/london-time'

/** As the form on the record's page sends it: that page's own address. */
export const searchToExport = (form: FormData): AuditSearch => ({
  ...parseAuditSearch(new URLSearchParams(String(form.get('search') ?? ''))).search,
  before: null,
  after: null,
})

export const auditFile = (ending: string, type: string, body: ReadableStream<Uint8Array>) =>
  new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="record-${todayInLondon(new Date())}.${ending}"`,
      'Cache-Control': 'no-store',
    },
  })
