import { isDatabaseThere } from '#db/queries/is-database-there'

/** The process can serve: the database answers. */
export async function loader() {
  const there = await isDatabaseThere()
  return new Response(there ? 'ready\n' : 'the database does not answer\n', {
    status: there ? 200 : 503,
    headers: { 'Content-Type': 'text/plain' },
  })
}
