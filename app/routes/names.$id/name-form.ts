import { z } from 'zod'
import { words } from '~/http/form-fields'

const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** One suggested person by the radio, any person or a team by the lists. */
export const NameForm = z
  .object({ who: words(40), personId: words(40), teamId: words(40) })
  .transform(({ who, personId, teamId }) => ({
    personId: id.test(who) ? who : who === 'person' && id.test(personId) ? personId : null,
    teamId: who === 'team' && id.test(teamId) ? teamId : null,
  }))
