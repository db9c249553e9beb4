/**
 * What is somebody's in a council, in numbers and in words: all of it goes to somebody named when they leave.
 */
import { counted } from './sentence'

export type Belongings = {
  recommendations: number
  actions: number
  requests: number
  evidence: number
  elements: number
  teams: number
  servicesHeaded: number
  deputyOf: number
}

export function belongingWords(belongings: Belongings): string[] {
  const { recommendations, actions, requests, evidence, elements, teams, servicesHeaded, deputyOf } = belongings
  return [
    recommendations > 0 && counted(recommendations, 'recommendation'),
    actions > 0 && counted(actions, 'action'),
    requests > 0 && counted(requests, 'document request'),
    evidence > 0 && counted(evidence, 'evidence item'),
    elements > 0 && counted(elements, 'element'),
    teams > 0 && `contact of ${counted(teams, 'team')}`,
    servicesHeaded > 0 && `head of ${counted(servicesHeaded, 'service')}`,
    deputyOf > 0 && `deputy of ${counted(deputyOf, 'person', 'people')}`,
  ].filter((words) => words !== false)
}
