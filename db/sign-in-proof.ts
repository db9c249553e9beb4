/**
 * better-auth proves that somebody reads the mail of an address: it makes the code, keeps its hash, counts the tries
 * and uses it up. A code belongs to the browser that asked: both its hash and the name it is kept under are made with
 * that browser's secret, so that another browser finds nothing, and a copy of the database cannot be searched for six
 * digits. Its own sessions and its HTTP routes are not used.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { createHmac, randomUUID } from 'node:crypto'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { isAPIError } from 'better-auth/api'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { betterAuth } from 'better-auth/minimal'
import { emailOTP } from 'better-auth/plugins/email-otp'
import { codeMinutes, codeTries } from '~/domain/sign-in-code'
import { database, type Database } from './client'
import { accounts, sessions, users, verifications } from './schema'

export type ProofSettings = { secret: string; baseUrl: string }

let settings: ProofSettings | undefined
export const openProof = (given: ProofSettings): void => void (settings = given)

const askingBrowser = new AsyncLocalStorage<string>()

function bound(what: string): string {
  const browser = askingBrowser.getStore()
  if (browser === undefined || settings === undefined) throw new Error('A code belongs to the browser that asked.')
  return createHmac('sha256', settings.secret).update(`${browser}\n${what}`).digest('base64url')
}

function secret(): string {
  if (settings === undefined) throw new Error('The proof is not open: a process opens it before anything else.')
  return settings.secret
}
/** For what must be read again, like the secret of an authenticator app. */
export const sealText = (data: string): Promise<string> => symmetricEncrypt({ key: secret(), data })
export const unsealText = (data: string): Promise<string> => symmetricDecrypt({ key: secret(), data })

const makeAuth = (over: Database, { secret, baseUrl }: ProofSettings) =>
  betterAuth({
    secret,
    baseURL: baseUrl,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: drizzleAdapter(over, {
      provider: 'pg',
      schema: { user: users, session: sessions, account: accounts, verification: verifications },
    }),
    advanced: { database: { generateId: () => randomUUID() } },
    verification: { storeIdentifier: { hash: async (identifier) => bound(identifier) } },
    plugins: [
      emailOTP({
        otpLength: 6,
        expiresIn: codeMinutes * 60,
        allowedAttempts: codeTries,
        disableSignUp: true,
        storeOTP: { hash: async (code) => bound(code) },
        // Mailing is the use case's own: better-auth would mail only to addresses it knows, and take longer for them.
        sendVerificationOTP: async () => {},
      }),
    ],
  })

let current: { over: Database; auth: ReturnType<typeof makeAuth> } | undefined
function auth() {
  if (settings === undefined) throw new Error('The proof is not open: a process opens it before anything else.')
  const over = database()
  if (current?.over !== over) current = { over, auth: makeAuth(over, settings) }
  return current.auth
}

const type = 'email-verification' as const

/** A new code for this address in this browser; the same work whether anybody has that address or not. */
export const makeCode = (email: string, browser: string): Promise<string> =>
  askingBrowser.run(browser, () => auth().api.createVerificationOTP({ body: { email, type } }))

export type Proof = { ok: true; userId: string } | { ok: false; why: 'wrong' | 'expired' | 'too-many' }

/** Uses the code up. A wrong one, another browser's, a used one and nobody's address are one answer. */
export const proveCode = (email: string, browser: string, otp: string): Promise<Proof> =>
  askingBrowser.run(browser, async (): Promise<Proof> => {
    try {
      const proved = await auth().api.verifyEmailOTP({ body: { email, otp }, headers: new Headers() })
      return { ok: true, userId: proved.user.id }
    } catch (error) {
      if (!isAPIError(error)) throw error
      const code = error.body?.code
      return {
        ok: false,
        why: code === 'OTP_EXPIRED' ? 'expired' : code === 'TOO_MANY_ATTEMPTS' ? 'too-many' : 'wrong',
      }
    }
  })
