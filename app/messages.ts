/** Every sentence a refusal can show that belongs to no rule of the domain, once. */
export const messages = {
  required: (what: string) => `Enter ${what}`,
  choose: (what: string) => `Select ${what}`,
  notAPerson: 'Sign in to see this page',
  formTooLarge: 'What you sent is too large. Shorten it and send it again.',
  changedMeanwhile: 'Somebody else changed this while you were writing. Both versions are shown below.',
  answerSomething: 'Choose an answer for at least one of them',
  unknownLink: {
    title: 'This link does not work',
    words: 'It may be incomplete: open it again from the mail, or copy the whole of it.',
  },
  badForm: 'The form could not be read. Nothing was saved; please send it again.',
  email: 'Enter an email address in the correct format, like name@example.gov.uk',
  tooOften: (minutes: number) =>
    `That was tried too often. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`} and try again.`,
  codeShape: 'Enter the 6 digits of the code we sent',
  codeWrong: 'That is not the code we sent for this browser. Check it, or ask for a new one.',
  codeExpired: 'That code has expired. Ask for a new one.',
  codeUsedUp: 'That code was typed wrongly too often. Ask for a new one.',
  noCouncil: 'No council here has you among its people any more. Ask your council’s administrator.',
  factorShape: 'Enter the 6 digits your app shows, or a recovery code',
  appCodeWrong: 'That is not the code your app shows now, or it was used already. Wait for the next one.',
  recoveryCodeWrong: 'That is not one of your recovery codes, or it was used already.',
}
