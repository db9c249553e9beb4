import { z } from 'zod'
import { NATIONS } from '~/domain/bank-holidays'
import type { CouncilSettings } from '~/domain/council-settings'
import type { Weekday } from '~/domain/dates'
import { listField, requiredWords, words } from '~/http/form-fields'

const label = words(40).transform((value) => value.replace(/\s+/g, ' '))

export const SettingsForm = z
  .object({
    name: requiredWords('Enter the council’s name', 200).transform((value) => value.replace(/\s+/g, ' ')),
    nation: z.enum(NATIONS, 'Select whose bank holidays count'),
    workingWeekdays: listField.transform((days) =>
      days
        .map(Number)
        .filter((day): day is Weekday => Number.isInteger(day) && day >= 0 && day <= 6)
        .sort(),
    ),
    label1: label,
    label2: label,
    label3: label,
    label4: label,
    answerLinks: z.enum(['yes', 'no'], 'Select whether mails carry links').transform((value) => value === 'yes'),
    mailFloor: z.enum(['daily', 'weekly', 'off'], 'Select the least that people may choose'),
  })
  .transform(({ label1, label2, label3, label4, ...rest }): CouncilSettings => {
    const labels = Object.entries({ 1: label1, 2: label2, 3: label3, 4: label4 })
    return { ...rest, categoryLabels: Object.fromEntries(labels.filter(([, own]) => own !== '')) }
  })
