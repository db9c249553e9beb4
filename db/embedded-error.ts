/** The embedded database cannot be used. The message is one sentence, ready to be printed to the person who started. */
export class EmbeddedDatabaseError extends Error {
  override name = 'EmbeddedDatabaseError'
}

const SENTENCES: Record<string, (path: string) => string> = {
  EACCES: (path) => `The data folder ${path} cannot be written by ${whoAmI()}: give them the folder, or set DATA_DIR.`,
  EPERM: (path) => `The data folder ${path} cannot be written by ${whoAmI()}: give them the folder, or set DATA_DIR.`,
  EROFS: (path) => `The data folder ${path} is on a disk that is read-only: set DATA_DIR to a folder on another one.`,
  ENOTDIR: (path) => `The data folder ${path} cannot be made, because a file stands in its place: set DATA_DIR.`,
  EEXIST: (path) => `The data folder ${path} cannot be made, because a file stands in its place: set DATA_DIR.`,
  ENOSPC: (path) => `The disk of the data folder ${path} is full: free some space, or set DATA_DIR to another disk.`,
  EDQUOT: (path) => `The disk of the data folder ${path} is full: free some space, or set DATA_DIR to another disk.`,
}

const whoAmI = () => (process.getuid ? `user number ${process.getuid()}` : 'this user')

/** Runs work on a folder and turns the errors a person can mend into their sentence. */
export async function withFolderSentences<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const sentence = SENTENCES[(error as NodeJS.ErrnoException).code ?? '']
    if (error instanceof EmbeddedDatabaseError || !sentence) throw error
    throw new EmbeddedDatabaseError(sentence(folder), { cause: error })
  }
}

/** What PostgreSQL's own tools said, as one sentence about the folder. */
export function sentenceForOutput(folder: string, what: string, output: string): EmbeddedDatabaseError {
  const says = (words: RegExp) => words.test(output)
  if (says(/No space left on device|Disk quota exceeded/)) return new EmbeddedDatabaseError(SENTENCES.ENOSPC!(folder))
  if (says(/Read-only file system/)) return new EmbeddedDatabaseError(SENTENCES.EROFS!(folder))
  const lines = output.split('\n').map((line) => line.trim())
  const worst = lines.findLast((line) => /FATAL|PANIC|error:|ERROR/.test(line)) ?? lines.findLast((line) => line) ?? ''
  return new EmbeddedDatabaseError(
    `The embedded PostgreSQL could not ${what} in ${folder}: ${worst.replace(/^.*?(FATAL|PANIC|ERROR|error): */, '') || 'it gave no reason'}`,
  )
}
