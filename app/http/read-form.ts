/** The one way a form without files is read: a body that is not the form it says it is gets status 400 and a sentence. */
import { messages } from '~/messages'

const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i

export async function readForm(request: Request): Promise<FormData> {
  if (!isForm.test(request.headers.get('Content-Type') ?? '')) throw badForm()
  return request.formData().catch(() => {
    throw badForm()
  })
}

const badForm = () => new Response(messages.badForm, { status: 400 })
