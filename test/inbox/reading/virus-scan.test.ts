import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { clamdPlaceOf, createScan, type ScanFile } from '#src/inbox/attachments/clamd.ts'
import type { MailReading } from '#src/inbox/mail-reading.ts'
import { readForPerson } from '#src/inbox/readable-mail.ts'
import { createReadingThread } from '#src/inbox/reading/reading-thread.ts'
import { marker, startSmallClamd, virusName } from '#test/support/small-clamd.ts'
import { arrived, facts } from '../mail-facts.ts'

const complete = readFileSync(new URL('../mails/compleet.eml', import.meta.url), 'utf8')
const [head = '', form = ''] = complete.split(/\n\n(.*)/s)

type File = readonly [name: string, type: string, content: string]

/** The sender's own headers, so that only what is attached makes the difference. */
const mailWith = (text: string, ...files: readonly File[]): Buffer => {
  const parts = files.map(
    ([name, type, content]) =>
      `--grens\nContent-Type: ${type}\nContent-Disposition: attachment; filename="${name}"\n\n${content}\n`,
  )
  const headers = head.replace(/^Content-(?:Type|Transfer-Encoding): .*\n?/gm, '').trimEnd()
  return Buffer.from(
    `${headers}\nContent-Type: multipart/mixed; boundary=grens\n\n--grens\nContent-Type: text/plain; charset=utf-8\n\n${text}\n${parts.join('')}--grens--\n`,
  )
}

const remark: File = ['toelichting.txt', 'text/plain', 'Werkt graag in de ochtend.']
const infected: File = ['toelichting.txt', 'text/plain', `Naam: Iemand Anders\nTelefoon: 06-11111111\n${marker}`]

async function readWith(clamdUrl: string | undefined, raw: Buffer): Promise<MailReading> {
  const thread = createReadingThread({ checkDkim: false, ...(clamdUrl && { clamdUrl }) })
  try {
    return await thread.read(raw, facts, arrived)
  } finally {
    await thread.close()
  }
}

const scanAt = (url: string): ScanFile => {
  const place = clamdPlaceOf(url)
  if (place === undefined) throw new Error(`no place: ${url}`)
  return createScan(place)
}

describe('a mail with attachments, where a virus scanner is configured', () => {
  it('is accepted by itself when the scanner finds nothing', async () => {
    await using clamd = await startSmallClamd()
    const { outcome } = await readWith(clamd.url, mailWith(form, remark))
    expect(outcome.kind).toBe('referral')
    expect(clamd.scanned.map(String)).toEqual(['Werkt graag in de ochtend.'])
  })

  it('is unreadable when the scanner finds something, and nothing of that attachment is read', async () => {
    await using clamd = await startSmallClamd()
    const reading = await readWith(clamd.url, mailWith(form, remark, infected))
    expect(reading).toMatchObject({
      kind: 'unreadable',
      outcome: { kind: 'waits', why: 'unreadable', words: expect.stringContaining('dat gevaarlijk kan zijn') },
      proposals: [],
    })
    expect(JSON.stringify(reading)).not.toMatch(new RegExp(`Iemand Anders|${virusName}`))
  })

  it('is unreadable when the scanner finds something, whatever else the mail seems to be', async () => {
    await using clamd = await startSmallClamd()
    const raw = mailWith('Ik ben afwezig.', infected)
      .toString()
      .replace(/^Subject: .*$/m, 'Subject: Afwezig\nAuto-Submitted: auto-replied')
    expect(await readWith(clamd.url, Buffer.from(raw))).toMatchObject({ kind: 'unreadable' })
  })

  it('is unreadable when it is in a mail that is attached', async () => {
    await using clamd = await startSmallClamd()
    const inner = mailWith('Zie bijlage.', infected).toString()
    const reading = await readWith(clamd.url, mailWith(form, ['bericht.eml', 'message/rfc822', inner]))
    expect(reading).toMatchObject({ kind: 'unreadable', outcome: { why: 'unreadable' } })
  })

  it.each(['error', 'closes_half_way', 'half_an_answer', 'silent'] as const)(
    'waits for a person when the scanner does not say what it is (%s)',
    async (behaviour) => {
      await using clamd = await startSmallClamd(behaviour)
      const { kind, outcome, proposals } = await readWith(clamd.url, mailWith(form, remark))
      expect({ kind, outcome }).toMatchObject({
        kind: 'referral',
        outcome: {
          kind: 'waits',
          why: 'attachment_not_read',
          words: expect.stringContaining('de virusscanner antwoordt niet'),
        },
      })
      expect(proposals).toHaveLength(1)
    },
  )

  it('waits when nobody listens there, also with its form in the attachment or a picture only', async () => {
    const { url } = await gone()
    const waits = {
      kind: 'waits',
      why: 'attachment_not_read',
      words: expect.stringContaining('de virusscanner antwoordt niet'),
    }
    const inAttachment = await readWith(url, mailWith('Zie bijlage.', ['aanmelding.txt', 'text/plain', form]))
    expect(inAttachment).toMatchObject({ outcome: waits, proposals: [] })
    const picture = await readWith(url, mailWith(form, ['logo.png', 'image/png', 'geen echte']))
    expect(picture).toMatchObject({ outcome: waits })
  })

  it('waits when the scanner finds it too large, and says so', async () => {
    await using clamd = await startSmallClamd('too_large')
    const { outcome } = await readWith(clamd.url, mailWith(form, remark))
    expect(outcome).toMatchObject({
      why: 'attachment_not_read',
      words: expect.stringContaining('te groot voor de virusscanner'),
    })
  })

  it('is accepted by itself without an attachment, whether the scanner answers or not', async () => {
    const { url } = await gone()
    expect((await readWith(url, Buffer.from(complete))).outcome.kind).toBe('referral')
  })
})

describe('a mail with attachments, without a virus scanner', () => {
  it('is read as before', async () => {
    expect((await readWith(undefined, mailWith(form, remark))).outcome.kind).toBe('referral')
  })
})

describe('a mail with more attachments than are read', () => {
  it('waits for a person, because the rest may say something else', async () => {
    const files = Array.from({ length: 31 }, (_, at): File => [`deel-${String(at)}.txt`, 'text/plain', 'Zie de mail.'])
    expect((await readWith(undefined, mailWith(form, ...files.slice(1)))).outcome.kind).toBe('referral')
    expect((await readWith(undefined, mailWith(form, ...files))).outcome).toMatchObject({
      kind: 'waits',
      why: 'attachment_not_read',
      words: expect.stringContaining('meer dan 30 bijlagen'),
    })
  })
})

describe('what a person sees of a mail that the scanner looked at', () => {
  it('is nothing of an attachment in which something was found', async () => {
    await using clamd = await startSmallClamd()
    const { attachments } = await readForPerson(mailWith(form, remark, infected), {
      facts,
      receivedAt: arrived,
      scan: scanAt(clamd.url),
    })
    expect(attachments).toMatchObject([
      { kind: 'txt', text: 'Werkt graag in de ochtend.' },
      { kind: 'unread', why: expect.stringContaining('De virusscanner vond iets') },
    ])
    expect(attachments[1]).not.toHaveProperty('text')
    expect(clamd.scanned).toHaveLength(2)
  })

  it('is the attachment after all, once the scanner answers again', async () => {
    await using clamd = await startSmallClamd('error')
    const look = () =>
      readForPerson(mailWith('Zie bijlage.', ['aanmelding.txt', 'text/plain', form]), {
        facts,
        receivedAt: arrived,
        scan: scanAt(clamd.url),
      })
    expect((await look()).proposals).toEqual([])
    clamd.behave('scans')
    expect((await look()).proposals).toMatchObject([{ name: { full: 'Fatima el Amrani' } }])
  })
})

async function gone(): Promise<{ url: string }> {
  await using clamd = await startSmallClamd()
  return { url: clamd.url }
}
