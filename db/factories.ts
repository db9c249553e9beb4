/**
 * One function a thing: puts it into the database with sensible values where none are given, and returns its row. Used
 * by the demo council, the tests and the bench. `into` is a transaction of the council, or the owner's connection.
 */
export { factoryToday, ownerDatabase, type Into } from './factories/into'
export { makeCouncil, makeOwner, makePerson, makeService, makeTeam, nameNobodyYet } from './factories/people'
export {
  makeCertification,
  makeQuery,
  makeRating,
  makeReview,
  makeRequest,
  makeSelfAssessment,
} from './factories/reviews'
export {
  makeAction,
  makeDateRequest,
  makeProgress,
  makeRecommendation,
  makeSource,
  refresh,
  reviseActionDate,
} from './factories/plan'
export { makeEvidence, type EvidenceVersion, type StoreFile } from './factories/evidence'
