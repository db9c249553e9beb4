/** Storage and scanner beside the council's application, for tests of evidence and packs. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { pdfFile } from './make-zip'
import type { ArrivedFile } from '~/storage/storage'
import { folderStorage } from '~/storage/folder-storage'
import { openStorage, storage } from '~/storage/storage'

export type EvidenceApp = {
  folder: () => string
  /** A file as the reading of an upload hands it on. */
  arrived: (councilId: string, words?: string, safeName?: string) => Promise<ArrivedFile>
  /** Everything that lies in the storage. */
  stored: () => Promise<string[]>
}

export function useEvidenceStorage(): EvidenceApp {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'holdfast-evidence-'))
    openStorage(folderStorage(folder))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return {
    folder: () => folder,
    arrived: async (councilId, words = 'A page', safeName = 'report.pdf') => ({
      kind: 'pdf',
      mediaType: 'application/pdf',
      safeName,
      received: await storage().receive(councilId, [pdfFile(words)]),
    }),
    stored: async () =>
      (await readdir(folder, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
  }
}
