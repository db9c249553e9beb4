/** What pages about evidence take from the address and the configuration. */
import { acceptedEndings } from '~/domain/accepted-file'
import { normaliseElement } from '~/domain/standard'
import { env } from './env'

const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** What the page that led here is about; what makes no sense is left out. */
export function evidenceSearchParams(request: Request) {
  const { searchParams } = new URL(request.url)
  const idOf = (name: string) => {
    const value = searchParams.get(name) ?? ''
    return id.test(value) ? value : null
  }
  return {
    request: idOf('request'),
    recommendation: idOf('recommendation'),
    action: idOf('action'),
    element: normaliseElement(searchParams.get('element') ?? ''),
  }
}

export const uploadLimit = () => ({
  accept: acceptedEndings,
  mostMb: Math.floor(env().maxUploadBytes / 1024 / 1024),
})
