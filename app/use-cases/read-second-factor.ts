/** What the page for setting up an authenticator app shows: nothing yet, a secret to take in, or that it stands. */
import { createOTP } from '@better-auth/utils/otp'
import { countRecoveryCodes, findSecondFactor } from '#db/queries/second-factors'
import { formatInstant } from '~/domain/london-time'
import { qrModules } from '~/domain/qr-code'

export type SecondFactorView =
  | { state: 'none' }
  | { state: 'begun'; secret: string; url: string; qr: string; size: number }
  | { state: 'there'; since: string; recoveryCodesLeft: number }

export async function readSecondFactor(userId: string, email: string): Promise<SecondFactorView> {
  const [factor, recoveryCodesLeft] = await Promise.all([findSecondFactor(userId), countRecoveryCodes(userId)])
  if (factor === null) return { state: 'none' }
  if (factor.confirmedAt !== null)
    return { state: 'there', since: formatInstant(factor.confirmedAt), recoveryCodesLeft }
  const url = createOTP(factor.secret).url('Holdfast', email)
  const modules = qrModules(url)
  const secret = new URL(url).searchParams.get('secret')!
  return {
    state: 'begun',
    secret: secret.replace(/(.{4})(?=.)/g, '$1 '),
    url,
    qr: pathOf(modules),
    size: modules.length,
  }
}

/** One path of squares: as small as a picture of it gets. */
const pathOf = (modules: boolean[][]): string =>
  modules.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
