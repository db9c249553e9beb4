import { z } from 'zod'
import { decodeText } from '~/documents/decode-text'
import { done, refused, type Outcome } from '~/domain/outcome'
import { roles } from '~/domain/permissions'
import { words } from '~/http/form-fields'

export const ListForm = z.object({
  list: words(200_000),
  role: z.enum(roles, 'Select what they may do, where the list does not say'),
  step: z.enum(['preview', 'add']).default('preview'),
})

const mostBytes = 500_000

/** The file where one was given, else what was pasted. */
export async function textOf(form: FormData, pasted: string): Promise<Outcome<string>> {
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0)
    return pasted === '' ? refused('Paste a list, or choose a CSV file', 'list') : done(pasted)
  if (file.size > mostBytes) return refused('The file is too large for a list of people', 'file')
  const text = decodeText(new Uint8Array(await file.arrayBuffer()))
  return text === null ? refused('Choose a CSV file: this one is no text', 'file') : done(text)
}
