/** A file as a download: never shown in our own pages' name, never run, never guessed at. */
import { Readable } from 'node:stream'

/** Without its size where it is written while it goes out. */
export type Attachment = { fileName: string; contentType: string; size?: number; bytes: Readable }

export function attachment({ fileName, contentType, size, bytes }: Attachment): Response {
  return new Response(Readable.toWeb(bytes) as ReadableStream, {
    headers: {
      'Content-Type': contentType,
      ...(size === undefined ? {} : { 'Content-Length': String(size) }),
      'Content-Disposition': contentDisposition(fileName),
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })
}

/** Old browsers read the first name, all others the second (RFC 6266). */
function contentDisposition(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
