/** The fields of a certificate, entered new or corrected. */
import { z } from 'zod'
import { optionalDateField, requiredWords } from './form-fields'

export const CertificationForm = z.object({
  name: requiredWords('Enter what the certificate is called', 200),
  body: z.string('Select the assessment body'),
  certificateOn: optionalDateField('the date on the certificate'),
  decidedOn: optionalDateField('the date of the committee’s decision'),
  expiresOn: optionalDateField('the date on which it expires'),
})
