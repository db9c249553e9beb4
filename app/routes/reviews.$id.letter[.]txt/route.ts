import type { LoaderFunctionArgs } from '@remix-run/node'
import { todayInLondon } from '~/domain/london-time'
import { found, idFrom } from '~/http/answers'
import { requirePermission, requirePerson } from '~/http/require-person'
import { readQueries } from '~/use-cases/read-queries'
import { writeQueryLetter } from '~/use-cases/write-query-letter'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'query:settle')
  const view = found(await readQueries(person.scope, idFrom(params), todayInLondon(new Date())))
  return new Response(await writeQueryLetter(found(view.wholeLetter), 'txt'), {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': 'attachment; filename="questions-to-the-assessor.txt"',
      'Cache-Control': 'no-store',
    },
  })
}
