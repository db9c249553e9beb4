import type { ReactNode } from 'react'
import { paths } from '~/paths'
import type { readCouncilSettings } from '~/use-cases/read-council-settings'
import { ChangePage } from './change-page'
import type { FormState } from './fields'

export type Settings = Awaited<ReturnType<typeof readCouncilSettings>>

/** One page of the council's settings: the way back, the errors, the form. */
export const SettingsPage = ({ title, form, children }: { title: string; form: FormState; children: ReactNode }) => (
  <ChangePage back={{ to: paths.settings(), name: 'Settings' }} title={title} form={form}>
    {children}
  </ChangePage>
)
