/**
 * What a report or a tracker can reasonably be. Beyond it a file is refused with a sentence instead of being read:
 * reading costs memory many times the size of the file, and a hostile one grows without end when it is unpacked.
 */
export const readingLimits = {
  fileBytes: 25 * 1024 * 1024,
  /** One part of a Word or Excel file, unpacked. Word's own words are about 10 kB of XML a page. */
  partBytes: 24 * 1024 * 1024,
  /** All parts that are read, unpacked. */
  unpackedBytes: 48 * 1024 * 1024,
  zipEntries: 10_000,
  textCharacters: 4_000_000,
  blocks: 50_000,
  pages: 500,
  /** Columns that keep their place; those further out stand after the others. */
  sheetColumns: 200,
  sheetCells: 400_000,
}
