import { z } from 'zod'
import { usualMarkings } from '~/domain/marking'
import { words } from '~/http/form-fields'

export const MarkingForm = z
  .object({ marking: z.enum(['none', ...usualMarkings, 'own'], 'Select a marking'), ownMarking: words(200) })
  .transform(({ marking, ownMarking }) => ({
    marking: marking === 'none' ? null : marking === 'own' ? ownMarking.replace(/\s+/g, ' ') : marking,
  }))
