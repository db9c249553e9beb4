import { z } from 'zod'
import { informationRequestKinds } from '~/domain/information-request'
import { dateField, optionalDateField, optionalId, requiredWords, words } from '~/http/form-fields'

export const InformationRequestForm = z
  .object({
    kind: z.enum(informationRequestKinds, 'Select what kind of request it is'),
    askedBy: requiredWords('Enter who asked', 200),
    asked: requiredWords('Enter what was asked for', 4000),
    receivedOn: dateField('the day it was received'),
    words: words(200),
    person: optionalId,
    fromDay: optionalDateField('the first day'),
    toDay: optionalDateField('the last day'),
  })
  .superRefine(({ kind, words, person, fromDay, toDay }, { addIssue }) => {
    if (words !== '' && words.length < 3)
      addIssue({ code: 'custom', path: ['words'], message: 'Enter at least 3 letters to search for' })
    if (kind === 'own-data' && person === null)
      addIssue({ code: 'custom', path: ['person'], message: 'Select the person whose data it is' })
    if (words === '' && person === null && fromDay === null && toDay === null)
      addIssue({ code: 'custom', path: ['words'], message: 'Say what to search for: words, a person or dates' })
    if (fromDay !== null && toDay !== null && toDay < fromDay)
      addIssue({ code: 'custom', path: ['toDay'], message: 'The last day must be the first day or after it' })
  })
  .transform(({ words, person, ...rest }) => ({ ...rest, words: words === '' ? null : words, personId: person }))
