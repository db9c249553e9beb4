/** Every sentence a refusal can show that belongs to no rule of the domain, once. */
export const messages = {
  required: (what: string) => `Enter ${what}`,
  choose: (what: string) => `Select ${what}`,
  notAPerson: 'Sign in to see this page',
  formTooLarge: 'What you sent is too large. Shorten it and send it again.',
  changedMeanwhile: 'Somebody else changed this while you were writing. Both versions are shown below.',
  badForm: 'The form could not be read. Nothing was saved; please send it again.',
}
