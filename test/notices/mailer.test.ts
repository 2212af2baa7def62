import { createServer, type Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { listenOnLoopback } from '#src/app/embedded/loopback.ts'
import { createMailer } from '#src/notices/mailer.ts'
import { createMailTexts } from '#src/notices/mail-texts.ts'
import { readTemplates } from '#src/app/texts/read-texts.ts'
import type { NoticeFacts } from '#src/services/notice-facts.ts'
import { asId } from '#src/domain/values/id.ts'
import { projectTexts } from '../support/universe.ts'

/** Where in the conversation (RFC 5321, 3.3) a server does something else than it should. */
type Stage = 'greeting' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'end of data'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

/** Speaks as much SMTP as a mail needs, until the stage at which it misbehaves; answers its port and what it took in. */
async function serverThat(stage: Stage | 'never', misbehave: (socket: Socket) => void) {
  const taken: string[] = []
  const server = createServer((socket) => {
    let body: string | undefined
    const at = (reached: Stage, answer: string): void => {
      if (reached === stage) misbehave(socket)
      else socket.write(`${answer}\r\n`)
    }
    const command = (line: string): void => {
      const word = line.slice(0, 4).toUpperCase()
      if (word === 'DATA') {
        at('DATA', '354 go on')
        if (stage !== 'DATA') body = ''
      } else if (word === 'EHLO' || word === 'MAIL' || word === 'RCPT') at(word, '250 fine')
      else socket.write('250 fine\r\n')
    }
    const bytes = (chunk: string): void => {
      body = `${body ?? ''}${chunk}`
      if (!body.endsWith('\r\n.\r\n')) return
      taken.push(body)
      body = undefined
      at('end of data', '250 taken')
    }
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => (body === undefined ? command(chunk.toString()) : bytes(chunk.toString())))
    at('greeting', '220 here')
  })
  const port = await listenOnLoopback(server, 0)
  closers.push(() => server.close())
  return { port, taken }
}

const texts = createMailTexts(await readTemplates(projectTexts.templates))

async function sendTo(port: number, changes: Partial<NoticeFacts> = {}) {
  const mailer = createMailer({ smtpUrl: `smtp://127.0.0.1:${String(port)}`, from: 'ons@werkwijzer.example', texts })
  closers.push(() => mailer.close())
  return mailer.send({
    id: asId<'outgoing'>('0199c0de-0000-7000-8000-000000000001'),
    to: 'coordinator@werkwijzer.example',
    facts: {
      purpose: 'mail_waiting',
      reference: 'ABCD-EFGH',
      words: { provider: 'Werkwijzer', provider_phone: '010 555 01 00' },
      steps: [],
      thread: '0199c0de-0000-7000-8000-000000000002',
      ...changes,
    },
  })
}

const hangUps: readonly (readonly [string, (socket: Socket) => void])[] = [
  ['hangs up', (socket) => socket.destroy()],
  ['resets the line', (socket) => socket.resetAndDestroy()],
]
const before: readonly Stage[] = ['greeting', 'EHLO', 'MAIL', 'RCPT', 'DATA']

describe('a mailer whose server breaks off', () => {
  for (const [how, misbehave] of hangUps) {
    it.each(before)(`tries again when it ${how} at %s: nothing of the mail had left`, async (stage) => {
      const { port, taken } = await serverThat(stage, misbehave)
      expect(await sendTo(port)).toEqual({ kind: 'retry', afterSeconds: 60 })
      expect(taken).toEqual([])
    })

    it(`does not know the end when it ${how} after the mail: it may have arrived, so it is not sent again`, async () => {
      const { port, taken } = await serverThat('end of data', misbehave)
      expect(await sendTo(port)).toEqual({ kind: 'unknown' })
      expect(taken).toHaveLength(1)
    })
  }

  it('tries again when nobody listens', async () => {
    const server = createServer()
    const port = await listenOnLoopback(server, 0)
    await new Promise((resolve) => server.close(resolve))
    expect(await sendTo(port)).toEqual({ kind: 'retry', afterSeconds: 60 })
  })
})

describe('a mailer whose server answers', () => {
  const says = (line: string) => (socket: Socket) => void socket.write(`${line}\r\n`)

  it('has sent what was taken', async () => {
    const { port, taken } = await serverThat('never', () => undefined)
    expect(await sendTo(port)).toMatchObject({ kind: 'sent' })
    expect(taken).toHaveLength(1)
  })

  it('puts a receipt in the thread of the mail that it answers, as a machine that nobody need answer', async () => {
    const { port, taken } = await serverThat('never', () => undefined)
    const answers = { messageId: 'b@stad.example', references: ['a@stad.example', 'b@stad.example'] }
    await sendTo(port, { purpose: 'receipt', answers })
    const [head = ''] = taken[0]?.split('\r\n\r\n') ?? []
    expect(head).toContain('In-Reply-To: <b@stad.example>')
    expect(head.replace(/\r\n /g, ' ')).toContain('References: <a@stad.example> <b@stad.example>')
    expect(head).toContain('Auto-Submitted: auto-replied')
    expect(head).toContain('X-Auto-Response-Suppress: All')
  })

  it.each<Stage>(['MAIL', 'RCPT', 'DATA', 'end of data'])('tries again after a 4xx at %s', async (stage) => {
    const { port } = await serverThat(stage, says('451 not now'))
    expect(await sendTo(port)).toEqual({ kind: 'retry', afterSeconds: 60 })
  })

  it.each<Stage>(['MAIL', 'RCPT', 'DATA', 'end of data'])('gives up after a 5xx at %s', async (stage) => {
    const { port } = await serverThat(stage, says('550 never'))
    expect(await sendTo(port)).toEqual({ kind: 'undeliverable' })
  })
})

describe('looking whether a mail server takes mail', () => {
  const lookAt = (smtpUrl: string) => {
    const mailer = createMailer({ smtpUrl, from: 'ons@werkwijzer.example', texts })
    closers.push(() => mailer.close())
    return mailer.verify()
  }

  async function realServer(options: SMTPServerOptions): Promise<string> {
    const smtp = new SMTPServer({ logger: false, ...options })
    smtp.on('error', () => undefined)
    const port = await listenOnLoopback(smtp.server, 0)
    closers.push(() => smtp.close(() => undefined))
    return `127.0.0.1:${String(port)}`
  }

  it('says that nothing answers there', async () => {
    const { ok, detail } = await lookAt('smtp://127.0.0.1:9')
    expect({ ok, detail }).toEqual({
      ok: false,
      detail: expect.stringContaining('neemt geen verbinding aan') as unknown,
    })
  })

  it('names the password when that is refused, and does not show it', async () => {
    const place = await realServer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(new Error('wrong')),
    })
    const { ok, detail } = await lookAt(`smtp://post:geheim@${place}`)
    expect({ ok, detail }).toEqual({ ok: false, detail: expect.stringContaining('SMTP_PASSWORD') as unknown })
    expect(detail).not.toContain('geheim')
  })

  it('says that the server speaks no TLS on that port', async () => {
    const place = await realServer({ disabledCommands: ['STARTTLS'] })
    const { ok, detail } = await lookAt(`smtps://post:geheim@${place}`)
    expect({ ok, detail }).toEqual({
      ok: false,
      detail: expect.stringContaining('geen beveiligde verbinding (TLS)') as unknown,
    })
  })

  it('names the certificate when that cannot be trusted', async () => {
    const place = await realServer({ secure: true })
    const { ok, detail } = await lookAt(`smtps://post:geheim@${place}`)
    expect({ ok, detail }).toEqual({ ok: false, detail: expect.stringContaining('certificaat') as unknown })
  })
})
