/**
 * The frame of every mail: plain paragraphs that read the same with images and styles switched off. No picture, no
 * tracking, and every address stands in full beside what it is for.
 */
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

const page = { margin: '0', padding: '24px 16px', background: '#ffffff', color: '#16202a' }
const column = { maxWidth: '600px', margin: '0 auto', fontFamily: 'Arial, Helvetica, sans-serif', fontSize: '16px' }
const wrapped = { margin: '0 0 16px', lineHeight: '1.5', overflowWrap: 'anywhere' } as const

export const Paragraph = ({ children }: { children: ReactNode }) => <p style={wrapped}>{children}</p>
export const Heading = ({ children }: { children: ReactNode }) => (
  <h2 style={{ margin: '24px 0 8px', fontSize: '18px', lineHeight: '1.3', overflowWrap: 'anywhere' }}>{children}</h2>
)
export const Small = ({ children }: { children: ReactNode }) => (
  <p style={{ ...wrapped, fontSize: '14px', color: '#4a5661' }}>{children}</p>
)
export const Quote = ({ children }: { children: ReactNode }) => (
  <blockquote style={{ ...wrapped, margin: '0 0 16px', paddingLeft: '12px', borderLeft: '4px solid #8fa8bd' }}>
    {children}
  </blockquote>
)
/** What it is for, and under it the address in full. */
export const Link = ({ what, url }: { what: string; url: string }) => (
  <Paragraph>
    {what}
    <br />
    <a href={url} style={{ color: '#1a5a8e' }}>
      {url}
    </a>
  </Paragraph>
)

export function mailDocument(subject: string, body: ReactNode): string {
  const markup = renderToStaticMarkup(
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>{subject}</title>
      </head>
      <body style={page}>
        <div style={column}>{body}</div>
      </body>
    </html>,
  )
  return `<!DOCTYPE html>${markup}\n`
}

/** The plain-text twin: its paragraphs, each a list of lines. */
export const plainText = (paragraphs: readonly (readonly (string | null)[])[]): string =>
  `${paragraphs
    .map((lines) => lines.filter((line) => line !== null).join('\n'))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')}\n`

/** One line of somebody's words, cut where a mail would grow too long. */
export function oneLine(words: string, most = 300): string {
  const line = words.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  const characters = [...line]
  return characters.length <= most
    ? line
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}
