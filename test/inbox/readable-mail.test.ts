import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { readForPerson } from '#src/inbox/readable-mail.ts'

const none = { facts: { contracts: [] }, receivedAt: Temporal.Instant.from('2026-11-02T09:00Z') }

const mail = (body: string, subject = 'Aanmelding', type = 'text/plain'): Buffer =>
  Buffer.from(
    [
      'From: k.jansen@stad.example',
      'To: post@werkwijzer.example',
      `Subject: ${subject}`,
      'MIME-Version: 1.0',
      `Content-Type: ${type}; charset=utf-8`,
      '',
      body,
    ].join('\r\n'),
  )

describe('readForPerson', () => {
  it('gives what stands behind the labels, right or wrong', async () => {
    const { written, from } = await readForPerson(mail('Naam: Nadia Bakker\r\nKlantnummer:\r\nMobiel: 06 12'), none)
    expect(from).toBe('k.jansen@stad.example')
    expect(written).toEqual({ name: 'Nadia Bakker', phone: '06 12' })
  })

  it('proposes a name in capitals as somebody would type it, and keeps what was written beside it', async () => {
    const { proposals } = await readForPerson(mail('Naam: FATIMA EL AMRANI\r\nKlantnummer: K-20411'), none)
    expect(proposals[0]?.name?.full).toBe('Fatima el Amrani')
    expect(proposals[0]?.sources['name']).toBe('FATIMA EL AMRANI')
  })

  it('knows the labels of the contract', async () => {
    const { written } = await readForPerson(mail('Wie is het: Nadia Bakker'), {
      ...none,
      labels: { name: ['Wie is het'] },
    })
    expect(written.name).toBe('Nadia Bakker')
  })

  it('has no BSN in subject, text or fields', async () => {
    const readable = await readForPerson(
      mail('Naam: Nadia Bakker\r\nOpmerkingen: BSN 111222333', 'BSN 111222333'),
      none,
    )
    expect(JSON.stringify(readable)).not.toContain('111222333')
    expect(readable.text).toContain('[BSN verwijderd]')
  })

  it('has no BSN in who sent it, and sends nothing to an address with one', async () => {
    const raw = mail('Naam: Nadia Bakker').toString()
    const named = raw
      .replace('From: k.jansen', 'From: BSN 111222333 <k.jansen')
      .replace('stad.example', 'stad.example>')
    const { fromName, from } = await readForPerson(Buffer.from(named), none)
    expect([fromName, from]).toEqual(['BSN [BSN verwijderd]', 'k.jansen@stad.example'])
    const addressed = await readForPerson(Buffer.from(raw.replace('k.jansen', 'bsn111222333')), none)
    expect(JSON.stringify(addressed)).not.toContain('111222333')
  })

  it('shows the last two digits of what only may be a BSN, and puts none of it into the form', async () => {
    const readable = await readForPerson(
      mail('Naam: Nadia Bakker\r\nKlantnummer gemeente: 111 222 333\r\nZie dossier 111222333.', 'over 111222333'),
      none,
    )
    expect(readable.text).toContain('Zie dossier [misschien een BSN: •••••••33].')
    expect(readable.subject).toBe('over [misschien een BSN: •••••••33]')
    expect(JSON.stringify([readable.written, readable.proposals])).not.toContain('•')
  })

  it('reads the HTML where there is no text', async () => {
    const readable = await readForPerson(mail('<p>Naam: Nadia Bakker</p>', 'x', 'text/html'), none)
    expect(readable.text).toContain('Naam: Nadia Bakker')
    expect(readable.written.name).toBe('Nadia Bakker')
  })

  it('shows where a link leads, and nothing that could be followed', async () => {
    const { text, linkHosts } = await readForPerson(mail('Open https://stad.example@kwaad.example/x?y=1 nu'), none)
    expect(text.trim()).toBe('Open [link naar kwaad.example] nu')
    expect(linkHosts).toEqual(['kwaad.example'])
  })

  it('gives what was read in an attachment without BSN, and says why another was not read', async () => {
    const parts = (name: string, type: string, body: string): string[] => [
      '--deel',
      `Content-Type: ${type}; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      '',
      body,
    ]
    const body = [
      '--deel',
      'Content-Type: text/plain',
      '',
      'Zie bijlage.',
      ...parts('111222333_formulier.txt', 'text/plain', 'Naam: Nadia Bakker\r\nBSN: 111222333'),
      ...parts('foto.png', 'image/png', 'geen foto'),
      '--deel--',
    ]
    const { attachments } = await readForPerson(mail(body.join('\r\n'), 'x', 'multipart/mixed; boundary=deel'), none)
    expect(attachments).toMatchObject([
      { name: '[misschien een BSN: •••••••33] formulier.txt', kind: 'txt' },
      { name: 'foto.png' },
    ])
    expect(attachments[0]?.text).toContain('Naam: Nadia Bakker')
    expect(attachments[1]?.why).toMatch(/^Een bijlage is /)
    expect(JSON.stringify(attachments)).not.toContain('111222333')
  })

  it('shows who sent a code and what they say, and not the code', async () => {
    const code = mail('Uw toegangscode is 482 913, of AB12-CD34.', 'ZorgMail Secure e-mail - uw toegangscode 482913')
    const readable = await readForPerson(code, none)
    expect(readable).toMatchObject({
      isCode: true,
      subject: 'ZorgMail Secure e-mail - uw toegangscode ••••',
      text: 'Uw toegangscode is •••• ••••, of ••••.',
    })
    expect(JSON.stringify(readable)).not.toMatch(/482|913|AB12|CD34/)
  })
})
