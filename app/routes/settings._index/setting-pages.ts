import type { Permission } from '~/domain/permissions'
import { paths } from '~/paths'

/** What the council decides for itself, a page each. A new page is one more line here. */
export const settingPages: { title: string; to: string; says: string; needs: Permission }[] = [
  {
    title: 'Council',
    to: paths.councilSettings(),
    says: 'What it is called',
    needs: 'settings:change',
  },
  {
    title: 'Calendar',
    to: paths.calendarSettings(),
    says: 'Its working days and bank holidays: every deadline is held back to a working day',
    needs: 'settings:change',
  },
  {
    title: 'Words',
    to: paths.wordSettings(),
    says: 'What the four categories of progress are called',
    needs: 'settings:change',
  },
  {
    title: 'Reminders',
    to: paths.reminderSettings(),
    says: 'How mail reaches its people, and whether they may answer from it',
    needs: 'settings:change',
  },
  {
    title: 'Records',
    to: paths.records(),
    says: 'How long each kind is kept and why, what is on hold, and what was disposed of',
    needs: 'records:manage',
  },
  {
    title: 'Information requests',
    to: paths.informationRequests(),
    says: 'What somebody asked for by law: the search, the hold, what is redacted, and the answer in time',
    needs: 'records:manage',
  },
  {
    title: 'Everything out',
    to: paths.everythingOut(),
    says: 'The whole council as one archive, to keep or to take elsewhere',
    needs: 'records:manage',
  },
]
