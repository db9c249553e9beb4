/** How a point of the demo's plan is written down: days are counted from the day the demo is made. */
import type { ActionState } from '~/domain/action'
import type { Category } from '~/domain/progress'
import type { ClosingWay, RecommendationKind } from '~/domain/recommendation'
import type { Due } from './calendar'
import type { OwnerKey, PersonKey, ServiceKey } from './people'

export type DemoAction = {
  text: string
  due: Due | null
  owners?: OwnerKey[]
  /** Done on that day. */
  done?: number
  /** Where it is neither done nor waiting. */
  state?: Exclude<ActionState, 'done' | 'not-started'>
  why?: string
  /** No longer needed from that day on. */
  dropped?: number
  /** Of one that recurs: how often, and from when, so that its last turn counts as done. */
  recurs?: { from: number; months: number }
  revised?: { to: Due; on: number; why: string; minute?: string }[]
}
export type DemoProgress = {
  on: number
  is: Category
  words: string
  by?: PersonKey
  byLink?: true
  /** Where the category stands although the facts say otherwise. */
  although?: string
}
export type SourceKey = 'first' | 'second' | 'scrutiny' | 'audit'
export type DemoPoint = {
  key: string
  source: SourceKey
  kind: RecommendationKind
  text: string
  elements: string[]
  service: ServiceKey
  owners: OwnerKey[]
  actions: DemoAction[]
  progress: DemoProgress[]
  adviceOnly?: true
  /** The same point at an earlier review. */
  earlier?: string
  closed?: { way: ClosingWay; on: number; reason?: string; minute?: string; supersededBy?: string }
  /** A later date that was asked for and is not decided. */
  asks?: { for: number; on: number; why: string; by: PersonKey }
}
