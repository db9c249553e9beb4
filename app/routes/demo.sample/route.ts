/** Only in the demo: a document to read in, for whoever has none at hand; POST reads it, GET downloads it. */
import { createHash } from 'node:crypto'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { samplePlan } from '#db/demo-council/sample-plan'
import { writeWordTable } from '~/documents/write-word-table'
import { todayInLondon } from '~/domain/london-time'
import { notFound } from '~/http/answers'
import { env } from '~/http/env'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { readDocumentIn } from '~/use-cases/read-document-in'

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

async function makeSample() {
  const plan = samplePlan(todayInLondon(new Date()))
  return { fileName: plan.fileName, bytes: await writeWordTable(plan) }
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (env().mode !== 'demo') throw notFound()
  const person = await requirePerson(request, context)
  requirePermission(person, 'import:use')
  const { fileName, bytes } = await makeSample()
  return new Response(Buffer.from(bytes), {
    headers: {
      'Content-Type': wordType,
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'no-store',
    },
  })
}

export async function action({ request, context }: ActionFunctionArgs) {
  if (env().mode !== 'demo') throw notFound()
  const person = await requirePerson(request, context)
  requirePermission(person, 'import:use')
  const { fileName, bytes } = await makeSample()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const outcome = await readDocumentIn(person.scope, { fileName, bytes, sha256 })
  if (!outcome.ok) throw new Error('The sample document cannot be read.')
  return redirect(paths.importDraft(outcome.value))
}
