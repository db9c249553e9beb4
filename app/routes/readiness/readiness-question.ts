import { isLevel, type Level } from '~/domain/compliance'
import { isElementNumber } from '~/domain/standard'

/** The page's question as it stands in the URL: which certificate, and "what if" as level-1.1.1=partial. A malformed
 * certificate is an unknown one. */
export function readinessQuestion(url: URL) {
  const asked = url.searchParams.get('certification')
  const changes = new Map<string, Level>()
  for (const [name, value] of url.searchParams) {
    const element = name.startsWith('level-') ? name.slice('level-'.length) : ''
    if (isElementNumber(element) && isLevel(value)) changes.set(element, value)
  }
  const certificationId = asked === null || asked === '' ? null : asked
  return { certificationId, changes }
}
