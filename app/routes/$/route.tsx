import { notFound } from '~/http/answers'

/** Any other address: the same page as for a thing that does not exist. */
export function loader() {
  throw notFound()
}

export default function Nothing() {
  return null
}
