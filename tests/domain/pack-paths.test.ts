import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { folded, longestPath, packOwnNames, packPaths, type PackPlace } from '~/domain/pack-paths'

const place = (title: string, fileName: string, ...folder: string[]): PackPlace => ({ folder, title, fileName })

describe('the paths of a pack', () => {
  test.each<[string, PackPlace[], string[]]>([
    [
      'take the title and the ending of the file',
      [place('Satisfaction 2026', 'scan0003.PDF', 'Requests')],
      ['Requests/Satisfaction 2026.PDF'],
    ],
    ['do not repeat an ending', [place('Plan.docx', 'plan.docx')], ['Plan.docx']],
    [
      'tell equal titles apart, case or not',
      [place('Plan', 'a.pdf', 'Other'), place('PLAN', 'b.pdf', 'Other'), place('plan', 'c.PDF', 'Other')],
      ['Other/Plan.pdf', 'Other/PLAN (2).pdf', 'Other/plan (3).PDF'],
    ],
    [
      'tell folders apart that differ in what Windows cannot store',
      [place('A', 'a.pdf', 'What: now'), place('A', 'a.pdf', 'What? now')],
      ['What now/A.pdf', 'What now (2)/A.pdf'],
    ],
    ['keep off the names of the pack itself', [place('Index', 'x.html')], ['Index (2).html']],
    ['make a slash in a title a space', [place('Q3/Q4 results', 'r.xlsx')], ['Q3 Q4 results.xlsx']],
    ['never let a title climb out', [place('../../etc/passwd', 'p.txt', '..')], ['folder/etc passwd.txt']],
  ])('%s', (_, places, paths) => expect(packPaths(places)).toEqual(paths))

  it('are safe on Windows and unique ignoring case, whatever the titles, folders and file names', () => {
    const piece = fc.constantFrom(
      'con',
      'A',
      'a',
      'ß',
      'SS',
      'é',
      'e\u0301',
      'İ',
      '.',
      ' ',
      '/',
      '\\',
      ':',
      '\ud83d',
      '😀',
      '.pdf',
      '.PDF',
      'index',
      'manifest.json',
      'x'.repeat(70),
    )
    const text = fc.oneof(
      fc.array(piece, { maxLength: 6 }).map((all) => all.join('')),
      fc.string({ unit: 'binary', maxLength: 30 }),
    )
    const places = fc.array(fc.record({ folder: fc.array(text, { maxLength: 2 }), title: text, fileName: text }), {
      maxLength: 14,
    })
    fc.assert(
      fc.property(places, (given) => {
        const paths = packPaths(given)
        expect(paths).toHaveLength(given.length)
        const all = [...packOwnNames, ...paths]
        expect(new Set(all.map(folded)).size).toBe(all.length)
        const folders = new Set(
          paths.flatMap((path) =>
            path
              .split('/')
              .slice(0, -1)
              .map((_, i, parts) => folded(parts.slice(0, i + 1).join('/'))),
          ),
        )
        for (const path of paths) {
          expect(folders.has(folded(path))).toBe(false)
          expect(path.length).toBeLessThanOrEqual(longestPath)
          for (const part of path.split('/')) {
            expect(part).not.toMatch(/[<>:"\\|?*\p{Cc}\p{Cs}]/u)
            expect(part).not.toMatch(/^[\s.]|[\s.]$|^$/)
            expect(part).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i)
          }
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('tell three hundred equal titles apart', () => {
    const paths = packPaths(
      Array.from({ length: 300 }, () => place('y'.repeat(200), 'z.pdf', 'Requests', 'x'.repeat(90))),
    )
    expect(new Set(paths.map(folded)).size).toBe(300)
    for (const path of paths) expect(path.length).toBeLessThanOrEqual(longestPath)
  })
})
