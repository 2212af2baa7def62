import { randomBytes } from 'node:crypto'
import type { MailAccount } from '#src/inbox/sources/mail-source.ts'
import { demoMailCount } from './demo-mails.ts'

export interface DemoPost {
  readonly account: MailAccount
  stop(): Promise<void>
}

export interface DemoPostOptions {
  readonly user: string
  /** The mails that are on their way. */
  readonly mails: readonly Buffer[]
  /** How many mails the ledger has: once all of these were seen, no more come. */
  readonly received: number
  /** Between two mails, in milliseconds. */
  readonly everyMs?: number
}

/** A mailbox in this process, into which the demo's referrals come one after the other, the first time. */
export async function openDemoPost({ user, mails, received, everyMs = 2_000 }: DemoPostOptions): Promise<DemoPost> {
  const { startDemoMailbox } = await import('../embedded/demo-mailbox.ts')
  const password = randomBytes(12).toString('base64url')
  const mailbox = await startDemoMailbox({ user, password })
  const onTheWay = received < demoMailCount ? [...mails] : []
  const timer = setInterval(() => {
    const mail = onTheWay.shift()
    if (mail) mailbox.deliver(mail)
    else clearInterval(timer)
  }, everyMs)
  return {
    account: { host: mailbox.host, port: mailbox.port, user, password, secure: false },
    async stop() {
      clearInterval(timer)
      await mailbox.stop()
    },
  }
}
