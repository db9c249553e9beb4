/** A mail scanner at its worst: opens every link of a mail, and sends every form it finds there, in every way that makes
 * no choice, and with every single choice and nothing else. It has no cookies of anybody. */
import { createElement, type ComponentType } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server'
import type { ReceivedMail } from './mailbox'
import type { Answer, LiveApp } from './live-app'

type Route = Parameters<ReturnType<LiveApp['browser']>['open']>[0] & { default?: ComponentType }
export type Place = { pattern: RegExp; route: Route }
export type Scan = { opened: number; sent: number; statuses: number[]; unknown: string[] }

export async function scanMail(app: LiveApp, mail: ReceivedMail, places: readonly Place[]): Promise<Scan> {
  const scan: Scan = { opened: 0, sent: 0, statuses: [], unknown: [] }
  const both = `${mail.parsed.text ?? ''}\n${(mail.parsed.html ?? '').replaceAll('&amp;', '&')}`
  const waiting = [
    ...new Set([...both.matchAll(/https:\/\/plans\.example([^\s"<>]*)/g)].map(([, path]) => path || '/')),
  ]
  const seen = new Set<string>()
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(path)) continue
    seen.add(path)
    const at = placeOf(path, places)
    if (at === null) {
      scan.unknown.push(path)
      continue
    }
    const browser = app.browser()
    for (const time of [1, 2, 3]) {
      const answer = await browser.open(at.route, path, at.params)
      scan.opened += 1
      if (answer.location !== null) waiting.push(answer.location)
      if (time > 1 || answer.status !== 200 || at.route.default === undefined) continue
      for (const form of formsOf(await pageOf(at.route.default, path, answer))) {
        const to = form.action ?? path
        const target = placeOf(to, places)
        if (target === null) {
          scan.unknown.push(to)
          continue
        }
        for (const fields of waysToSend(form)) {
          const { status } = await browser.send(target.route, to, fields, target.params)
          scan.sent += 1
          scan.statuses.push(status)
        }
      }
    }
  }
  return scan
}

function placeOf(path: string, places: readonly Place[]): { route: Route; params: Record<string, string> } | null {
  const { pathname } = new URL(path, 'https://plans.example')
  for (const { pattern, route } of places) {
    const match = pattern.exec(pathname)
    if (match) return { route, params: match[1] === undefined ? {} : { token: match[1] } }
  }
  return null
}

/** The page as the server sends it, from what its loader answered. */
async function pageOf(Component: ComponentType, path: string, { data }: Answer): Promise<string> {
  const handler = createStaticHandler([{ id: 'page', path: '*', loader: () => data, Component }])
  const context = await handler.query(new Request(new URL(path, 'https://plans.example')))
  if (context instanceof Response) throw new Error('A page of a mail’s link led away while it was drawn.')
  const router = createStaticRouter(handler.dataRoutes, context)
  return renderToStaticMarkup(createElement(StaticRouterProvider, { router, context, hydrate: false }))
}

type Field = { name: string; type: string; value: string; checked: boolean }
type Form = { action: string | null; fields: Field[] }
const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? null

function formsOf(html: string): Form[] {
  return [...html.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)].map(([, head = '', inner = '']) => ({
    action: attribute(head, 'action'),
    fields: [...inner.matchAll(/<(input|textarea|select|button)([^>]*)>/g)].flatMap(([, kind = '', tag = '']) => {
      const name = attribute(tag, 'name')
      const type = kind === 'input' ? (attribute(tag, 'type') ?? 'text') : kind
      return name === null ? [] : [{ name, type, value: attribute(tag, 'value') ?? '', checked: / checked=/.test(tag) }]
    }),
  }))
}

/** As it stands; filled in all over; with each button; with each single choice: never a choice together with words. */
function waysToSend({ fields }: Form): Record<string, string>[] {
  const isChoice = ({ type }: Field) => type === 'radio' || type === 'checkbox'
  const buttons = fields.filter(({ type }) => type === 'button')
  const stands = fields.filter((field) => !buttons.includes(field) && (!isChoice(field) || field.checked))
  const asItStands = Object.fromEntries(stands.map(({ name, value }) => [name, value]))
  const filled = Object.fromEntries(
    stands.map(({ name, type, value }) => [name, type === 'hidden' ? value : `scanned-${name}@scanner.example`]),
  )
  const pressed = buttons.flatMap(({ name, value }) => [
    { ...asItStands, [name]: value },
    { ...filled, [name]: value },
  ])
  const chosen = fields.filter(isChoice).map(({ name, value }) => ({ ...asItStands, [name]: value }))
  return [asItStands, filled, ...pressed, ...chosen]
}
