/**
 * Exported functions of db/queries and app/use-cases that take no CouncilScope first, and why each needs none. Whatever
 * else is exported there takes one; tests/every-export.test.ts holds this list.
 */
export const withoutScope: Readonly<Record<string, readonly string[]>> = {
  // Asked before a council is known: each one calls a named `security definer` function of db/doors.ts.
  'db/queries/doors': [
    'personOfSession',
    'listDemoPeople',
    'peopleOfUser',
    'peopleByEmail',
    'answerLinkByHash',
    'councilsToPlan',
    'councilsWithWaitingMail',
    'councilsWithWaitingFiles',
    'packLinkByHash',
    'listCouncils',
    'councilsWithEndedExports',
    'countWaiting',
    // Within a council: it reads the transaction's own and no other.
    'searchRecords',
  ],
  // Refused before anybody is known: identity's own list.
  'db/queries/attempts': ['recordRefusedSignIn', 'recordUnknownAttempt', 'listUnknownAttempts', 'pruneUnknownAttempts'],
  // Asks nothing.
  'db/queries/audit-names': ['thingKey'],
  // Identity: of somebody, in whichever councils they are.
  'db/queries/drafts': ['saveDraft', 'findDraft', 'deleteDraft'],
  'db/queries/people': ['userOfAddress'],
  'db/queries/second-factors': [
    'beginSecondFactor',
    'hasSecondFactor',
    'findSecondFactor',
    'takeAppCode',
    'replaceRecoveryCodes',
    'takeRecoveryCode',
    'countRecoveryCodes',
    'markSecondFactor',
    'deleteSecondFactor',
  ],
  'db/queries/sessions': [
    'insertSession',
    'findSession',
    'setSessionPerson',
    'noteSessionSeen',
    'deleteSessionByToken',
    'listSessions',
    'deleteSessions',
  ],
  'db/queries/start-codes': ['issueStartCode', 'useStartCode'],
  'app/use-cases/mail-sign-in-code': ['mailSignInCode'],
  'app/use-cases/prove-code': ['proveTypedCode'],
  'app/use-cases/read-second-factor': ['readSecondFactor'],
  'app/use-cases/set-up-second-factor': ['beginSetUp'],
  // A session begins or ends with or without a council.
  'app/use-cases/end-session': ['endSession'],
  'app/use-cases/start-session': ['startSession'],
  // The scope of a link, which is a CouncilScope and which link it is.
  'app/use-cases/open-pack': ['readPackLink', 'openPack', 'fetchLinkedPack'],
  // The owner role's removal of a council, which is no act within it.
  'db/queries/holds': ['countOpenHolds'],
  // No council's rows at all.
  'db/queries/retention': ['formerAddress'],
  'app/use-cases/import-council': ['changerOf'],
  'db/queries/is-database-there': ['isDatabaseThere'],
  'db/queries/councils': ['calendarOf'],
  'db/queries/evidence': ['storedOf'],
  'db/queries/pack-facts': ['packTitle'],
  'db/queries/readiness': ['ratedOnOf', 'lastHeld', 'coming'],
  'db/queries/recommendations': ['completionOf', 'completionColumnsOf', 'revisionsOf'],
  'db/queries/reminders': ['pointTitle', 'taskTitle', 'requestTitle'],
  'app/use-cases/read-document-in': ['pastedDocument'],
  'app/use-cases/read-reviews': ['visitWords'],
  'app/use-cases/write-query-letter': ['writeQueryLetter'],
}
