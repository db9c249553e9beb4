import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ChangePage } from '~/components/change-page'
import { Button, TextArea, TextField } from '~/components/fields'
import { isRetentionKind, leastMonths, monthsInWords, mostMonths, type RetentionKind } from '~/domain/retention'
import { notFound, refuse } from '~/http/answers'
import { requiredWords } from '~/http/form-fields'
import { parseForm } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { changeRetention, readRetentionRule } from '~/use-cases/change-retention'

export const meta: MetaFunction = () => [{ title: 'How long it is kept – Holdfast' }]

const sentence = `Enter a whole number of months from ${leastMonths} to ${mostMonths}`
const RuleForm = z.object({
  months: z
    .string(sentence)
    .trim()
    .regex(/^\d{1,3}$/, sentence)
    .transform(Number)
    .refine((months) => months >= leastMonths && months <= mostMonths, sentence),
  reason: requiredWords('Say why it is kept for so long', 500),
})

function kindFrom(kind: string | undefined): RetentionKind {
  if (kind === undefined || !isRetentionKind(kind)) throw notFound()
  return kind
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'records:manage')
  return readRetentionRule(person.scope, kindFrom(params.kind), new Date())
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'records:manage')
  const form = parseForm(await readForm(request), RuleForm)
  if (!form.ok) return refuse(form)
  const outcome = await changeRetention(person.scope, { kind: kindFrom(params.kind), ...form.value }, new Date())
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirect(paths.records())
}

export default function RetentionRuleRoute() {
  const { title, counts, from, usual, months, reason, going } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  return (
    <ChangePage
      back={{ to: paths.records(), name: 'Back to records' }}
      title={`How long: ${title.toLowerCase()}`}
      about={`${title}, ${counts}. Counted from ${from}. By the rule as it is now, ${going} would go at the next run.`}
      form={form}
    >
      <form method="post" noValidate>
        <TextField
          name="months"
          label="Months"
          hint={`12 months are a year. Usual: ${usual} (${monthsInWords(usual)}).`}
          width="4"
          value={String(months)}
          form={form}
        />
        <TextArea name="reason" label="Why" rows={3} maxLength={500} value={reason} form={form} />
        <Button>Save</Button>
      </form>
    </ChangePage>
  )
}
