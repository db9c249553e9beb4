/** The fields of forms about evidence. */
import { z } from 'zod'
import { evidenceKinds } from '~/domain/evidence'
import { normaliseElement } from '~/domain/standard'
import { dateField, listField, optionalDateField, optionalId, requiredWords, words } from './form-fields'

export const evidenceFactFields = {
  title: requiredWords('Enter a title', 200),
  kind: z.enum(evidenceKinds as [string, ...string[]], 'Select what kind of document it is'),
  documentOn: dateField('the date of the document'),
  periodFrom: optionalDateField('the first day of the period covered'),
  periodTo: optionalDateField('the last day of the period covered'),
  owner: optionalId,
  expiresOn: optionalDateField('the day it expires'),
  personalData: z.enum(['no', 'yes', 'not-checked'], 'Select whether it contains personal data'),
}

/** Elements as people type them: "1.1.1, 1.1.2". What is none is kept as typed, to be named in the sentence. */
export const elementsField = words(500).transform((typed) => [
  ...new Set(
    typed
      .split(/[\s,;]+|\band\b/)
      .filter((each) => each !== '')
      .map((each) => normaliseElement(each) ?? each),
  ),
])

const ids = listField.refine((all) => all.every((id) => /^[0-9a-f-]{36}$/.test(id)), 'Select one of the list')

export const evidenceLinkFields = {
  elements: elementsField,
  requests: ids,
  recommendation: optionalId,
  action: optionalId,
}

export const urlField = words(2_000)
