import { z } from 'zod'
import { NATIONS } from '~/domain/bank-holidays'
import type { Weekday } from '~/domain/dates'
import { listField } from '~/http/form-fields'

export const CalendarForm = z.object({
  nation: z.enum(NATIONS, 'Select whose bank holidays count'),
  workingWeekdays: listField.transform((days) =>
    days
      .map(Number)
      .filter((day): day is Weekday => Number.isInteger(day) && day >= 0 && day <= 6)
      .sort(),
  ),
  financialYearStartsIn: z.coerce.number<string>('Select the month in which the financial year begins'),
})
