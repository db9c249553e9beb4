import type { ReadDocument } from '../domain/reading/blocks'
import { CannotRead } from './unreadable'

export async function readPdf(_bytes: Uint8Array): Promise<ReadDocument> {
  throw new CannotRead('scanned')
}
