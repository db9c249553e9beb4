/**
 * Where a council's files are kept: by the SHA-256 of their bytes, each council in a place of its own, so that nothing
 * of one council is ever reached, counted or removed through another.
 */
import type { Readable } from 'node:stream'
import type { AcceptedFile } from '~/domain/accepted-file'

export type KeptFile = { sha256: string; size: number }
export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** Bytes that have arrived and are not kept yet: looked at by their path first, then kept or thrown away. */
export type ReceivedFile = KeptFile & {
  path: string
  keep: () => Promise<KeptFile>
  discard: () => Promise<void>
}

/** A file somebody sent, found acceptable by name and content. */
export type ArrivedFile = AcceptedFile & { received: ReceivedFile }

export interface Storage {
  /** `Uint8Array`s in, to a place of nobody's yet. What fails half way leaves nothing behind. */
  receive: (councilId: string, bytes: Bytes) => Promise<ReceivedFile>
  /** Receives and keeps. Durable when it resolves. */
  put: (councilId: string, bytes: Bytes) => Promise<KeptFile>
  has: (councilId: string, sha256: string) => Promise<boolean>
  /** Opened before it resolves: a file that is not there rejects, and never breaks a response half way. */
  read: (councilId: string, sha256: string) => Promise<Readable>
  remove: (councilId: string, sha256: string) => Promise<void>
  /** Everything of a council, for good; how many files there were. */
  removeAll: (councilId: string) => Promise<number>
}

let current: Storage | undefined

/** Once in each process, before anything else. */
export const openStorage = (storage: Storage): Storage => (current = storage)

export function storage(): Storage {
  if (!current) throw new Error('The storage is not open: a process opens it before anything else.')
  return current
}

/** A whole file in memory: for documents, whose size is bounded where they come in. */
export async function readWhole(councilId: string, sha256: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of await storage().read(councilId, sha256)) chunks.push(chunk as Uint8Array)
  return new Uint8Array(Buffer.concat(chunks))
}
