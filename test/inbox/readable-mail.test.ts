import { describe, expect, it } from 'vitest'
import { readForPerson } from '#src/inbox/readable-mail.ts'

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
    const { written, from } = await readForPerson(mail('Naam: Nadia Bakker\r\nKlantnummer:\r\nMobiel: 06 12'), {})
    expect(from).toBe('k.jansen@stad.example')
    expect(written).toEqual({ name: 'Nadia Bakker', phone: '06 12' })
  })

  it('knows the labels of the contract', async () => {
    const { written } = await readForPerson(mail('Wie is het: Nadia Bakker'), { name: ['Wie is het'] })
    expect(written.name).toBe('Nadia Bakker')
  })

  it('has no BSN in subject, text or fields', async () => {
    const readable = await readForPerson(mail('Naam: Nadia Bakker\r\nOpmerkingen: BSN 111222333', 'BSN 111222333'), {})
    expect(JSON.stringify(readable)).not.toContain('111222333')
    expect(readable.text).toContain('[BSN verwijderd]')
  })

  it('reads the HTML where there is no text', async () => {
    const readable = await readForPerson(mail('<p>Naam: Nadia Bakker</p>', 'x', 'text/html'), {})
    expect(readable.text).toContain('Naam: Nadia Bakker')
    expect(readable.written.name).toBe('Nadia Bakker')
  })
})
