/** The letter of a review's open queries to the assessor, as a Word document or as text. */
import type { Letter } from '~/domain/query-letter'
import { letterText } from '~/domain/query-letter'
import { writeLetter } from '~/documents/write-letter'

export const writeQueryLetter = async (letter: Letter, form: 'docx' | 'txt'): Promise<Uint8Array<ArrayBuffer>> =>
  form === 'docx' ? writeLetter(letter) : new TextEncoder().encode(letterText(letter))
