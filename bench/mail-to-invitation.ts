import { simpleParser } from 'mailparser'
import { handleMail } from '#src/inbox/handle-mail.ts'
import { readMail } from '#src/inbox/read-mail.ts'
import { storeMail } from '#src/services/store-mail.ts'
import { median, perSecond, type Line } from './line.ts'
import { benchMail } from './mails.ts'
import { rate, type World } from './world.ts'

const runs = 3
const mailsPerRun = 300
const concurrency = 6

/** From the bytes of a mail to the commit of the row of its invitation, everything encrypted on the way. */
async function handle({ verb, rows, facts }: World, raw: Buffer, uid: number): Promise<void> {
  const sighting = { mailbox: 'INBOX', uidValidity: '1', uid }
  const { id } = await storeMail(
    { ...verb, mails: rows.mails },
    { sighting, receivedAt: verb.clock.now(), raw, size: raw.length },
  )
  await handleMail({ verb, mails: rows.mails, facts, read: readMail }, id)
}

/** Every mail must have become a journey: a fast way to do nothing is not a speed. */
async function expectJourneys({ db }: World, count: number): Promise<void> {
  const { journeys } = await db
    .selectFrom('mails')
    .select((eb) => eb.fn.countAll<string>().as('journeys'))
    .where('outcome', '=', 'journey')
    .executeTakeFirstOrThrow()
  if (Number(journeys) !== count) throw new Error(`${journeys} of ${String(count)} mails became a journey`)
}

/** Another week: three hundred referrals fill the agenda of twelve coaches, and then no slot is in time any more. */
const emptyAgenda = ({ db }: World) => db.updateTable('appointments').set({ released: true }).execute()

export async function mailToInvitation(world: World): Promise<Line> {
  const numbered = Array.from({ length: (runs + 1) * mailsPerRun }, (_, n) => ({ n: n + 1, raw: benchMail(n) }))
  const bare: number[] = []
  const ours: number[] = []
  for (let run = 0; run <= runs; run++) {
    const part = numbered.slice(run * mailsPerRun, (run + 1) * mailsPerRun)
    const bareRate = await rate(part, 1, ({ raw }) => simpleParser(raw))
    const ourRate = await rate(part, concurrency, ({ raw, n }) => handle(world, raw, n))
    await emptyAgenda(world)
    if (run > 0) bare.push(bareRate) // the first round warms both up
    if (run > 0) ours.push(ourRate)
  }
  await expectJourneys(world, numbered.length)
  const value = median(ours) / median(bare)
  return {
    name: 'mail to the commit of the invitation, over bare simpleParser',
    value,
    bound: { atLeast: 0.1 },
    measured: `${perSecond(median(ours))} against ${perSecond(median(bare))} on the same mails of ${String(numbered[0]?.raw.length)} bytes`,
  }
}
