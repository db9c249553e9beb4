import { z } from 'zod'
import type { CouncilSettings } from '~/domain/council-settings'
import { words } from '~/http/form-fields'

const label = words(40).transform((value) => value.replace(/\s+/g, ' '))

export const WordsForm = z
  .object({ label1: label, label2: label, label3: label, label4: label })
  .transform(({ label1, label2, label3, label4 }): Pick<CouncilSettings, 'categoryLabels'> => {
    const labels = Object.entries({ 1: label1, 2: label2, 3: label3, 4: label4 })
    return { categoryLabels: Object.fromEntries(labels.filter(([, own]) => own !== '')) }
  })
