import { connect } from 'node:net'
import { once } from 'node:events'
import { createTransport } from 'nodemailer'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startSmtpSink } from '#src/app/embedded/smtp-sink.ts'
import type { Envelope, OnMail, SmtpSink } from '#src/app/embedded/smtp-sink.ts'

const message = {
  from: 'opkomst@aanbieder.example',
  to: ['consulent@gemeente.example', 'tweede@gemeente.example'],
  subject: 'Bericht',
  text: 'Beste consulent,\n.\nRegel na een punt, met é.\n',
}

async function start(onMail: OnMail): Promise<SmtpSink> {
  const sink = await startSmtpSink({ onMail })
  onTestFinished(() => sink.stop())
  return sink
}

function transportTo(sink: SmtpSink) {
  const transport = createTransport({ host: sink.host, port: sink.port, pool: true, ignoreTLS: true })
  onTestFinished(() => transport.close())
  return transport
}

describe('the mail server that sends nothing on', () => {
  it('hands over each mail as it came, with its envelope', async () => {
    const mails: { raw: Buffer; envelope: Envelope }[] = []
    const sink = await start(async (raw, envelope) => void mails.push({ raw, envelope }))
    await transportTo(sink).sendMail(message)
    expect(mails).toHaveLength(1)
    expect(mails[0]?.envelope).toEqual({ from: message.from, to: message.to })
    const lines = mails[0]?.raw.toString('latin1').split('\r\n')
    expect(lines).toContain('Subject: Bericht')
    expect(lines).toContain('.')
  })

  it('accepts a mail only once it is kept', async () => {
    let kept = false
    const sink = await start(async () => {
      await new Promise((resolve) => setTimeout(resolve, 100))
      kept = true
    })
    await transportTo(sink).sendMail(message)
    expect(kept).toBe(true)
  })

  it('asks the sender to try again when a mail could not be kept, without saying why', async () => {
    const sink = await start(() => Promise.reject(new Error('row of Voorbeeld')))
    const refused = await transportTo(sink)
      .sendMail(message)
      .catch((error: unknown) => error)
    expect(refused).toMatchObject({ responseCode: 451 })
    expect(String(refused)).not.toContain('Voorbeeld')
  })

  it('survives a client that hangs up halfway', async () => {
    const mails: Buffer[] = []
    const sink = await start(async (raw) => void mails.push(raw))
    const client = connect(sink.port, sink.host)
    await once(client, 'data')
    client.write('EHLO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\nDATA\r\nSubject: half')
    client.resetAndDestroy()
    await transportTo(sink).sendMail(message)
    expect(mails).toHaveLength(1)
  })

  it('stops although a client keeps its connection open', async () => {
    const sink = await startSmtpSink({ onMail: async () => {} })
    await transportTo(sink).sendMail(message)
    const began = performance.now()
    await sink.stop()
    expect(performance.now() - began).toBeLessThan(3_000)
  })
})
