/** What a request says of the plan: the list it came from, and how much of the plan this person sees. */
import type { PlanLimit } from '#db/queries/plan'
import { formatPlanSearch, parsePlanSearch } from '~/domain/plan-search'
import type { Person } from './require-person'

/** The list the person came from ("?owner=…"), read and written anew, so that nothing else gets into a link. */
export const planOf = (request: Request): string =>
  formatPlanSearch(parsePlanSearch(new URLSearchParams(new URL(request.url).searchParams.get('plan') ?? '')))

export const limitOf = (person: Person): PlanLimit =>
  person.role === 'owner' && person.limitedToService ? { personId: person.personId, serviceId: person.serviceId } : null
