import type { ReactNode } from 'react'

export type TagColour = 'blue' | 'green' | 'teal' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow' | 'grey'

/** A status in words; the colour only repeats them. */
export const Tag = ({ colour = 'grey', children }: { colour?: TagColour; children: ReactNode }) => (
  <strong className={`govuk-tag govuk-tag--${colour}`}>{children}</strong>
)
