/** Mails the code once the answer is given, and says in the log what became of it. */
import { afterAnswer } from '~/http/after-answer'
import { logger } from '~/http/logger'
import { mailSignInCode } from '~/use-cases/mail-sign-in-code'

export const mailCodeAfterAnswer = (asked: { email: string; browser: string }): void =>
  afterAnswer('mailing a sign-in code', async () => {
    const delivery = await mailSignInCode(asked)
    if (delivery !== null && delivery.state !== 'sent')
      logger().warn({ state: delivery.state, words: delivery.words }, 'a sign-in code was not sent')
  })
