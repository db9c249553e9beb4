/** JSON lines on standard error; no secret and no person's words go in. */
import pino from 'pino'
import { env } from './env'

let current: pino.Logger | undefined
export const logger = (): pino.Logger =>
  (current ??= pino(
    {
      level: env().logLevel,
      redact: { paths: ['*.password', '*.token', '*.code', '*.authorization', '*.cookie', 'headers'], remove: true },
    },
    pino.destination(2),
  ))
