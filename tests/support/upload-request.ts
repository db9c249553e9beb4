/** Requests as a browser sends them from a form with a file. */
import { randomBytes } from 'node:crypto'

export type FormPart =
  { name: string; value: string } | { name: string; fileName: string; bytes: Uint8Array; type?: string }

export function multipart(parts: FormPart[], boundary = `----form${randomBytes(8).toString('hex')}`) {
  const body: Buffer[] = []
  for (const part of parts) {
    const isFile = 'bytes' in part
    const named = isFile ? `; filename="${part.fileName.replaceAll('"', '%22')}"` : ''
    const type = isFile ? `\r\nContent-Type: ${part.type ?? 'application/octet-stream'}` : ''
    body.push(
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${part.name}"${named}${type}\r\n\r\n`),
      Buffer.from(isFile ? part.bytes : Buffer.from(part.value)),
      Buffer.from('\r\n'),
    )
  }
  body.push(Buffer.from(`--${boundary}--\r\n`))
  return { type: `multipart/form-data; boundary=${boundary}`, body: Buffer.concat(body) }
}

export function uploadRequest(url: string, parts: FormPart[], headers: Record<string, string> = {}): Request {
  const { type, body } = multipart(parts)
  return rawRequest(url, type, body, headers)
}

/** The body as a stream in pieces, as it comes over a line. */
export function rawRequest(url: string, type: string, body: Uint8Array, headers: Record<string, string> = {}): Request {
  const piece = 16 * 1024
  let at = 0
  const stream = new ReadableStream({
    pull(controller) {
      if (at >= body.length) return controller.close()
      controller.enqueue(body.subarray(at, (at += piece)))
    },
  })
  const init = { method: 'POST', headers: { ...headers, 'Content-Type': type }, body: stream, duplex: 'half' }
  return new Request(url, init as RequestInit)
}
