import { describe, expect, it } from 'vitest'
import { redactMail } from '#src/inbox/redaction.ts'
import { mailOf } from './kinds/plain-mail.ts'

const attached = (name: string, text: string, hiddenText = '') => ({
  name,
  reading: { kind: 'text', type: 'xlsx', text, hiddenText } as const,
})
const redact = async (name: string, text: string, hidden?: string) => {
  const { attachments, bsnRemoved } = redactMail(await mailOf('Zie bijlage.'), [attached(name, text, hidden)])
  const [file] = attachments
  return { name: file?.name, text: file?.reading.kind === 'text' ? file.reading.text : undefined, bsnRemoved }
}

describe('a column below a heading of citizen service numbers', () => {
  it('is taken out, also with a typing error and without its first zero', async () => {
    const { text, bsnRemoved } = await redact(
      'a.xlsx',
      'Naam\tBSN\tKlantnummer\nJan\t123456783\t12-34\nPiet\t12345672\t56-78',
    )
    expect(text).toBe('Naam\tBSN\tKlantnummer\nJan\t[BSN verwijderd]\t12-34\nPiet\t[BSN verwijderd]\t56-78')
    expect(bsnRemoved).toBe(2)
  })

  it('is taken out of a text with semicolons between its cells too, and no client number with it', async () => {
    const { text } = await redact('a.txt', 'Naam;BSN;Klantnummer\nJan;123456783;123456782\nPiet;12345672;56-78')
    expect(text).toBe('Naam;BSN;Klantnummer\nJan;[BSN verwijderd];123456782\nPiet;[BSN verwijderd];56-78')
  })

  it.each(['Burgerservicenummer', 'burger service nr', 'SOFI-nummer'])('is known by %s', async (heading) => {
    expect((await redact('a.xlsx', `${heading}\tNaam\n987654321\tJan`)).text).toContain('[BSN verwijderd]\tJan')
  })

  it('does not touch client numbers or phones without their zero, below a heading that calls them so', async () => {
    const table = 'Naam\tCliëntnr\tTelefoon\nJan\t123456782\t612345671\nPiet\t111222333\t612345672'
    expect(await redact('a.xlsx', table)).toMatchObject({ text: table, bsnRemoved: 0 })
    const mixed = await redact('a.xlsx', 'Naam\tKlantnummer (BSN)\nJan\t123456782')
    expect(mixed.text).toContain('Jan\t[BSN verwijderd]')
  })

  it('does not become readable in characters that stand for digits', async () => {
    const { text } = await redact('a.xlsx', 'Naam\t\uE031\uE032\uE033\uE034\uE035\uE036\uE037\uE038\uE032')
    expect(text).toBe('Naam\t')
  })

  it('does not touch the columns beside it, nor a number behind a label', async () => {
    const table = 'Naam\tBSN\tTelefoon\nJan\t\t0612345678'
    expect(await redact('a.xlsx', table)).toMatchObject({ text: table, bsnRemoved: 0 })
  })
})

describe('a citizen service number', () => {
  it.each([
    ['123456782_aanmelding.pdf', 1],
    ['BSN 123456782.pdf', 1],
    ['aanmelding_0612345678.pdf', 0],
    ['aanmelding-2026-0914.pdf', 0],
  ])('in the name of a file: %s', async (name, found) => {
    const file = await redact(name, 'Naam: Jan')
    expect(file.bsnRemoved).toBe(found)
    expect(file.name).not.toContain('123456782')
    if (found === 0) expect(file.name).toBe(name)
  })

  it('in what nobody sees of a document is counted, and nothing of it is kept', async () => {
    const { attachments, bsnRemoved } = redactMail(await mailOf('x'), [
      attached('a.docx', 'Naam: Jan', 'BSN 123456782'),
    ])
    expect(bsnRemoved).toBe(1)
    expect(JSON.stringify(attachments)).not.toContain('123456782')
  })

  it('in subject, text and attachment counts each', async () => {
    const mail = await mailOf('BSN: 123456782', { subject: 'BSN 123456782' })
    expect(redactMail(mail, [attached('a.csv', 'bsn: 123456782')]).bsnRemoved).toBe(3)
  })

  it.each([
    ['"BSN 123456782 Haas" <a.haas@stad.example>', 'BSN [BSN verwijderd] Haas', 'a.haas@stad.example'],
    ['Anneke_123456782 <a.haas@stad.example>', 'Anneke [BSN verwijderd]', 'a.haas@stad.example'],
    ['Anneke <a_123456782@stad.example>', 'Anneke', 'a [BSN verwijderd]@stad.example'],
    ['Anneke 06-12345678 <a.haas@stad.example>', 'Anneke 06-12345678', 'a.haas@stad.example'],
  ])('in the name or the address of the sender: %s', async (from, name, address) => {
    const { mail, bsnRemoved } = redactMail(await mailOf('Naam: Jan', { from }))
    expect([mail.fromName, mail.from]).toEqual([name, address])
    expect(bsnRemoved).toBe(from.includes('123456782') ? 1 : 0)
  })

  it('in a host that a link leads to', async () => {
    const { mail } = redactMail(await mailOf('https://123456782.stad.example/x'))
    expect(JSON.stringify([mail.linkHosts, mail.text])).not.toContain('123456782')
  })
})
