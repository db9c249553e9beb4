import type { ReactNode } from 'react'

/** A wide table that scrolls by itself, by keyboard too: it can take focus, and says what it is. */
export const Scrolls = ({ label, children }: { label: string; children: ReactNode }) => (
  // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <div className="scrolls" role="region" aria-label={label} tabIndex={0}>
    {children}
  </div>
)
