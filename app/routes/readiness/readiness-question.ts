import { levelsOf } from '~/http/level-fields'
import { paths } from '~/paths'

/** The page's question as it stands in the URL: which certificate, and "what if" as level-1.1.1=partial. */
export function readinessQuestion(url: URL) {
  const certificationId = url.searchParams.get('certification')
  return {
    certificationId,
    changes: levelsOf(Object.fromEntries(url.searchParams)),
    asksWhatIf: url.searchParams.get('what-if') === 'yes',
  }
}

/** A form sends every choice, those left alone too: what stands in the URL is only what was asked. */
export const hasBlanks = (url: URL): boolean => [...url.searchParams.values()].includes('')

export function withoutBlanks(url: URL): string {
  const asked = new URLSearchParams([...url.searchParams].filter(([, value]) => value !== ''))
  return paths.readiness() + (asked.size === 0 ? '' : `?${asked}`)
}
