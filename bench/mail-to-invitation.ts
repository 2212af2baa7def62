import { simpleParser } from 'mailparser'
import { handleMail } from '#src/inbox/handle-mail.ts'
import { createReadingThread, type ReadingThread } from '#src/inbox/reading/reading-thread.ts'
import { storeMail } from '#src/services/store-mail.ts'
import { median, perSecond, type Line } from './line.ts'
import { benchMail, textAttachment, type BenchAttachment } from './mails.ts'
import { smallPdf } from './small-pdf.ts'
import { rate, type World } from './world.ts'

/** Short and many: what else the machine does at a moment then weighs on both alike. */
const runs = 12
/** The program runs for weeks: what is measured is how fast it is once its code is compiled, and so for the bare library. */
const warmUps = 8
const mailsPerRun = 100
const concurrency = 6

/** From the bytes of a mail to the commit of the row of its invitation, read in a thread and everything encrypted on the way. */
async function handle({ verb, rows, facts }: World, thread: ReadingThread, raw: Buffer, uid: number): Promise<void> {
  const sighting = { mailbox: 'INBOX', uidValidity: '1', uid }
  const { id } = await storeMail(
    { ...verb, mails: rows.mails },
    { sighting, receivedAt: verb.clock.now(), raw, size: raw.length },
  )
  await handleMail({ verb, mails: rows.mails, facts, read: thread.read }, id)
}

/** Every mail must have become an invitation: a fast way to do nothing is not a speed. */
async function expectInvitations({ db }: World, count: number): Promise<void> {
  const { invitations } = await db
    .selectFrom('outgoing')
    .select((eb) => eb.fn.countAll<string>().as('invitations'))
    .where('purpose', '=', 'invitation')
    .executeTakeFirstOrThrow()
  if (Number(invitations) !== count) throw new Error(`${invitations} of ${String(count)} mails became an invitation`)
}

/** Another week: hundreds of referrals fill the agenda of twelve coaches, and then no slot is in time any more. */
const emptyAgenda = ({ db }: World) =>
  db.updateTable('appointments').set({ released: true }).where('released', '=', false).execute()

interface Measured {
  readonly name: string
  readonly attachment: BenchAttachment
  /** How many mails came before: each names somebody else. */
  readonly after: number
}

const mailsInAll = (warmUps + runs) * mailsPerRun

export async function mailToInvitation(world: World): Promise<Line[]> {
  const pdf = { name: 'toelichting.pdf', type: 'application/pdf', content: await smallPdf() }
  return [
    await measure(world, { name: 'mail to the commit of the invitation', attachment: textAttachment, after: 0 }),
    await measure(world, { name: 'the same with a small PDF that is read', attachment: pdf, after: mailsInAll }),
  ]
}

async function measure(world: World, { name, attachment, after }: Measured): Promise<Line> {
  const numbered = Array.from({ length: mailsInAll }, (_, index) => {
    const n = after + index
    return { n: n + 1, raw: benchMail(n, attachment) }
  })
  const bare: number[] = []
  const ours: number[] = []
  const ratios: number[] = []
  const thread = createReadingThread({ checkDkim: false })
  for (let run = 0; run < warmUps + runs; run++) {
    const part = numbered.slice(run * mailsPerRun, (run + 1) * mailsPerRun)
    const bareRate = await rate(part, 1, ({ raw }) => simpleParser(raw))
    const ourRate = await rate(part, concurrency, ({ raw, n }) => handle(world, thread, raw, n))
    await emptyAgenda(world)
    if (run < warmUps) continue
    bare.push(bareRate)
    ours.push(ourRate)
    ratios.push(ourRate / bareRate)
  }
  await thread.close()
  await expectInvitations(world, after + numbered.length)
  return {
    name: `${name}, over bare simpleParser`,
    value: median(ratios),
    bound: { atLeast: 0.1 },
    measured: `${perSecond(median(ours))} against ${perSecond(median(bare))} on the same mails of ${String(numbered[0]?.raw.length)} bytes`,
  }
}
