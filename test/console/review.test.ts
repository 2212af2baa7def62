import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deliveryReport } from '#src/app/virtual/later-mails.ts'
import type { Universe } from '#src/app/virtual/universe.ts'
import type { Id } from '#src/domain/values/id.ts'
import { createOverview } from '#src/store/overview.ts'
import { createTestUniverse } from '#test/support/universe.ts'
import { consoleOn, refer, type ConsoleClient } from './console-client.ts'
import { formOnPage } from './form-on-page.ts'
import { tagsOf, wordsOf } from './tags.ts'
import { arrive, pointerMail, severalMail } from './waiting-mails.ts'

let universe: Universe
let client: ConsoleClient
beforeAll(async () => {
  universe = await createTestUniverse('2026-11-02T09:15')
  client = consoleOn(universe)
})
afterAll(() => universe.close())

const pageOf = async (id: Id<'mail'>): Promise<string> => (await client.get(`/aanmeldingen/${id}`)).text
const valueOf = (page: string, field: string): string | undefined => formOnPage(page)[field]
const choicesOn = (page: string): (string | undefined)[] =>
  tagsOf(page, 'input')
    .filter(({ attributes }) => attributes['name'] === 'kenmerk')
    .map(({ attributes }) => attributes['value'])
const referenceOf = async (id: Id<'mail'>): Promise<string> => (await overviewOf().mail(id))?.reference ?? ''
const overviewOf = () => createOverview(universe.database, universe.keyring)
const journeyWith = async (clientNumber: string) =>
  (await overviewOf().journeys({ kind: 'client_number', value: clientNumber }, { page: 1, size: 2 })).rows[0]?.journey
const originOf = (page: string, field: string): string =>
  wordsOf(new RegExp(`<p[^>]*id="${field}-bron"[^>]*>([\\s\\S]*?)</p>`).exec(page)?.[1] ?? '').trim()

describe('the page of a mail that waits', () => {
  it('shows with each field where it stands in the mail, and marks it there', async () => {
    const id = await refer(
      universe,
      { 'Naam deelnemer': 'Nadia Bakker', Klantnummer: 'K-200', Mobiel: '06 1234 5620' },
      { signed: false },
    )
    const page = await pageOf(id)
    expect(originOf(page, 'telefoon')).toBe('in de mail: “Mobiel: 06 1234 5620”')
    expect(originOf(page, 'naam')).toBe('in de mail: “Naam deelnemer: Nadia Bakker”')
    expect(page).toContain('Klantnummer: <mark>K-200</mark>')
    const phone = tagsOf(page, 'input').find(({ attributes }) => attributes['name'] === 'telefoon')
    expect(phone?.attributes['aria-describedby']).toContain('telefoon-bron')
  })

  it('says at a field why it is in doubt, and which needed one is not there', async () => {
    const text = 'Naam deelnemer: Ilse Maas\nMobiel: 06 1234 5621\nMobiel: 06 1234 5622\n'
    const page = await pageOf(await arrive(universe, { text }))
    expect(originOf(page, 'telefoon')).toMatch(/^Twijfel: .*in de mail: “Mobiel: 06 1234 5621”/)
    expect(originOf(page, 'klantnummer')).toBe('niet gevonden in de mail')
  })

  it('says at a field that it is likely: its label is mistyped, or it was told in a sentence', async () => {
    const form = 'Naam deelnemer: Bo Typ\nTelefonnumer kandiaat: 06 1234 5633\nMate van uitval: hoog\n'
    const page = await pageOf(await arrive(universe, { text: form }))
    expect(originOf(page, 'telefoon')).toMatch(
      /^Waarschijnlijk: het kopje staat er anders .*“Telefonnumer kandiaat: 06/,
    )
    expect(originOf(page, 'risico')).toMatch(/^Waarschijnlijk: het kopje/)
    expect(originOf(page, 'naam')).toBe('in de mail: “Naam deelnemer: Bo Typ”')
    const told = 'Hierbij meld ik mevrouw Ada Verteld aan, te bereiken op 06 1234 5634.\n'
    const prose = await pageOf(await arrive(universe, { text: told }))
    expect(originOf(prose, 'telefoon')).toMatch(/^Waarschijnlijk: dit komt uit een zin/)
    expect(originOf(prose, 'klantnummer')).toBe('niet gevonden in de mail')
  })

  it('says nothing but the doubt at a field in doubt, however its label is written', async () => {
    const page = await pageOf(await arrive(universe, { text: 'Naam: Bo Twijfel\nTelefonnumer kandiaat: 06 123\n' }))
    expect(originOf(page, 'telefoon')).toMatch(/^Twijfel: /)
    expect(originOf(page, 'telefoon')).not.toContain('Waarschijnlijk')
  })

  it('quotes the sentence for which the mail waits, marks it, and leads from the one to the other', async () => {
    const form = 'Naam deelnemer: Zin Lezer\nKlantnummer: K-210\nMobiel: 06 1234 5630'
    const text = `Beste collega,\n\nWilt u deze kandidaat\noproepen? Begin pas nadat ik dat met de bedrijfsarts\nheb doorgenomen.\n\n${form}\n`
    const page = await pageOf(await arrive(universe, { text }))
    expect(wordsOf(page)).toMatch(
      /Waarom wacht deze mail\?.*Het gaat om deze zin: .*“Begin pas nadat ik dat met de bedrijfsarts heb doorgenomen”/,
    )
    const target = tagsOf(page, 'mark').find(({ attributes }) => attributes['id'] === 'zin-a')
    expect(target?.attributes['class']).toBe('telling')
    expect(page).toContain('>Begin pas nadat ik dat met de bedrijfsarts\nheb doorgenomen</mark>')
    expect(tagsOf(page, 'a').some(({ attributes }) => attributes['href'] === '#zin-a')).toBe(true)
  })

  it('quotes what a subject says, and marks it there', async () => {
    const page = await pageOf(
      await arrive(universe, {
        subject: 'Intrekken: Zin Lezer',
        text: 'Naam deelnemer: Zin Lezer\nKlantnummer: K-211\nMobiel: 06 1234 5631\nHet traject vervalt helaas.\n',
      }),
    )
    expect(wordsOf(page)).toContain('Het gaat om deze zinnen: “Intrekken: Zin Lezer” “Het traject vervalt helaas”')
    expect(page).toMatch(/<dd><mark class="telling" id="zin-a" tabindex="-1">Intrekken: Zin Lezer<\/mark><\/dd>/)
  })

  it('quotes nothing of a mail in which nothing is out of the ordinary', async () => {
    const text = 'Hierbij meld ik een deelnemer aan.\n\nNaam deelnemer: Ge Woon\nMobiel: 06 1234 5632\n'
    const page = await pageOf(await arrive(universe, { text }))
    expect(wordsOf(page)).toContain('Waarom wacht deze mail?')
    expect(page).not.toContain('zin-a')
  })

  it('begins with until when the contract gives us, counted from the arrival', async () => {
    const words = wordsOf(await pageOf(await refer(universe, { Klantnummer: 'K-201' }, { signed: false })))
    expect(words).toMatch(/Intake gehouden, uiterlijk .* november/)
    expect(words).toContain('Zo is het berekend')
    expect(words.indexOf('Intake gehouden, uiterlijk')).toBeLessThan(words.indexOf('De mail'))
    expect(wordsOf((await client.get('/aanmeldingen')).text)).toContain('uitgenodigd na de aanmelding: uiterlijk')
  })

  it('keeps the terms of an intake for who makes a referral of a mail that takes somebody back', async () => {
    const text = 'Naam deelnemer: Ter Mijn\nKlantnummer: K-206\nWij trekken de aanmelding in.\n'
    const page = await pageOf(await arrive(universe, { subject: 'Intrekking', text }))
    expect(page.indexOf('Toch een nieuwe aanmelding?')).toBeGreaterThan(page.indexOf('id="brief"'))
    expect(page.indexOf('class="card arrival"')).toBeGreaterThan(page.indexOf('Toch een nieuwe aanmelding?'))
  })

  it('says who sent it and how sure that is', async () => {
    const words = wordsOf(await pageOf(await refer(universe, { Klantnummer: 'K-202' }, { signed: false })))
    expect(words).toContain('Veiligheid afzender niet zeker')
    expect(words).toContain('Handtekening (DKIM) ontbreekt')
    expect(words).toContain('Dienst voor beveiligde mail geen herkend')
  })

  it('lists attachments with what was read in them, or why not', async () => {
    const part = (name: string, body: string): string =>
      `--deel\nContent-Type: application/octet-stream; name="${name}"\nContent-Disposition: attachment; filename="${name}"\n\n${body}`
    const text = [
      '--deel\nContent-Type: text/plain\n\nHierbij een aanmelding, zie de bijlage.',
      part('formulier.txt', 'Naam deelnemer: Piet Zomer\nKlantnummer: K-203\nMobiel: 06 1234 5623'),
      part('los.zip', 'PK\u0003\u0004niets'),
      '--deel--',
    ].join('\n')
    const headers = ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=deel']
    const page = await pageOf(await arrive(universe, { text, headers, signed: false }))
    expect(wordsOf(page)).toContain('Bijlagen 2')
    expect(originOf(page, 'naam')).toBe('in formulier.txt: “Naam deelnemer: Piet Zomer”')
    expect(wordsOf(page)).toMatch(/los\.zip .*Een bijlage is /)
  })

  it('has no link to anywhere else, and names hosts as text', async () => {
    const text = 'Naam deelnemer: Link Lezer\nKlantnummer: K-204\nZie https://kwaad.example/pad?x=1\n'
    const page = await pageOf(await arrive(universe, { text, signed: false }))
    expect(wordsOf(page)).toContain('[link naar kwaad.example]')
    expect(page).not.toContain('kwaad.example/pad')
    const addresses = tagsOf(page).flatMap(({ attributes }) =>
      [attributes['href'] ?? [], attributes['src'] ?? []].flat(),
    )
    expect(addresses.filter((address) => !/^[/#]/.test(address))).toEqual([])
  })

  it('warns before a suspicious mail, folds it, and asks nobody to answer it', async () => {
    const text = 'Naam deelnemer: Vals Mens\nKlantnummer: K-205\n'
    const id = await arrive(universe, {
      text,
      from: '"Gemeente Voorbeeld consulent@gemeente-voorbeeld.example" <x@kwaad.example>',
    })
    const page = await pageOf(id)
    const words = wordsOf(page)
    expect(words).toContain('Let op. Deze mail is misschien niet van wie hij lijkt te zijn.')
    expect(words.indexOf('Let op.')).toBeLessThan(words.indexOf('Vals Mens'))
    expect(page.indexOf('<summary>Toon de mail, als tekst')).toBeLessThan(page.indexOf('id="brief"'))
    expect(words).not.toContain('Vraag de consulent wat ontbreekt of niet duidelijk is')
  })

  it('has a reply ready that asks for exactly what is missing, and repeats nothing of the mail', async () => {
    const text = 'Naam deelnemer: Vraag Staart\nMobiel: 06 1234 5626\n'
    const page = await pageOf(await arrive(universe, { text }))
    const reply = /<textarea id="vraag-tekst"[^>]*>([\s\S]*?)<\/textarea>/.exec(page)?.[1] ?? ''
    expect(reply).toContain('- het klantnummer bij de gemeente (niet het BSN)')
    expect(reply).not.toContain('mobiele nummer')
    expect(reply).not.toMatch(/Staart|1234/)
  })

  it('notes which fields were corrected, and never what stood in them', async () => {
    const id = await refer(universe, { 'Naam deelnemer': 'Veran Derd', Klantnummer: 'K-207' }, { signed: false })
    const fields = formOnPage(await pageOf(id))
    await client.submit(`/aanmeldingen/${id}/aannemen`, {
      ...fields,
      telefoon: '06 1234 5627',
      email: 'v@post.example',
    })
    const words = wordsOf((await client.get(`/aanmeldingen/${id}`)).text)
    expect(words).toContain('Aangenomen: er is een traject van gemaakt. Aangepast: Telefoon, E-mail.')
    const accepted = (await universe.rows.mails.decisions(id)).at(-1)
    expect(accepted).toMatchObject({ kind: 'accepted', changed: ['telefoon', 'email'] })
  })
})

describe('a mail with several participants', () => {
  it('waits until each was accepted or left out, and makes one journey of each that was accepted', async () => {
    const id = await arrive(
      universe,
      severalMail(
        ['Eerste Persoon', 'K-301', '06 1234 5631'],
        ['Tweede Persoon', 'K-302', '06 1234 5632'],
        ['Derde Persoon', 'K-303', '06 1234 5633'],
      ),
    )
    const before = (await universe.journeys()).length
    const first = await pageOf(id)
    expect(wordsOf(first)).toContain('Deelnemer 1 van 3')
    expect(valueOf(first, 'naam')).toBe('Eerste Persoon')
    const next = await client.submit(`/aanmeldingen/${id}/aannemen`, formOnPage(first))
    expect(wordsOf(next.text)).toContain('Deelnemer 2 van 3')
    expect(valueOf(next.text, 'naam')).toBe('Tweede Persoon')
    const third = await client.submit(`/aanmeldingen/${id}/afwijzen`, { reden: 'niet-voor-ons', deelnemer: '2' })
    expect(valueOf(third.text, 'naam')).toBe('Derde Persoon')
    expect((await universe.rows.mails.waiting(id)).length).toBe(1)
    const last = await client.submit(`/aanmeldingen/${id}/aannemen`, formOnPage(third.text))
    expect(wordsOf(last.text)).toContain('De aanmelding is aangenomen.')
    expect((await universe.journeys()).length).toBe(before + 2)
    expect(await universe.rows.mails.waiting(id)).toEqual([])
    const words = wordsOf(await pageOf(id))
    expect(words).toContain('Deelnemer 1 aangenomen')
    expect(words).toContain('Deelnemer 2 overgeslagen. Reden: Dit is niet voor ons bestemd.')
    expect(words).toContain('Deelnemer 3 aangenomen')
  })

  it('accepts nobody twice: not by a second press, nor by who had the page open', async () => {
    const id = await arrive(
      universe,
      severalMail(['Dubbel Druk', 'K-304', '06 1234 5634'], ['Ander Mens', 'K-305', '06 1234 5635']),
    )
    const before = (await universe.journeys()).length
    const fields = formOnPage(await pageOf(id))
    await client.submit(`/aanmeldingen/${id}/aannemen`, fields)
    // Another client number is another person to the ledger: only the place in the mail says that it is the same.
    const again = await client.post(`/aanmeldingen/${id}/aannemen`, { ...fields, klantnummer: 'K-999' })
    expect(again.status).toBe(409)
    expect(wordsOf(again.text)).toContain('Bekijk wie nog wacht')
    expect((await universe.journeys()).length).toBe(before + 1)
    expect((await universe.rows.mails.waiting(id)).length).toBe(1)
  })

  it('is not accepted twice by two people at the same moment', async () => {
    const id = await arrive(
      universe,
      severalMail(['Tegelijk Een', 'K-306', '06 1234 5636'], ['Tegelijk Twee', 'K-307', '06 1234 5637']),
    )
    const before = (await universe.journeys()).length
    const fields = formOnPage(await pageOf(id))
    const answers = await Promise.all([
      client.post(`/aanmeldingen/${id}/aannemen`, fields),
      client.post(`/aanmeldingen/${id}/aannemen`, { ...fields, klantnummer: 'K-998' }),
    ])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409])
    expect((await universe.journeys()).length).toBe(before + 1)
  })

  it('keeps waiting when somebody sees one more in it than was read, with an empty form for that one', async () => {
    const id = await refer(
      universe,
      { 'Naam deelnemer': 'Gelezen Mens', Klantnummer: 'K-312', Mobiel: '06 1234 5642' },
      { signed: false },
    )
    const page = await client.submit(`/aanmeldingen/${id}/aannemen`, { ...formOnPage(await pageOf(id)), nogeen: 'ja' })
    expect(wordsOf(page.text)).toContain('Deelnemer 2 van 2')
    expect(formOnPage(page.text)).toMatchObject({ naam: '', klantnummer: '', telefoon: '' })
    expect(formOnPage(page.text)['consulentmail']).toBe('consulent@gemeente-voorbeeld.example')
    const fields = { ...formOnPage(page.text), naam: 'Gemist Mens', klantnummer: 'K-313' }
    const done = await client.submit(`/aanmeldingen/${id}/aannemen`, fields)
    expect(wordsOf(done.text)).toContain('De aanmelding is aangenomen.')
    expect(wordsOf(await pageOf(id))).toContain('Deelnemer 2 aangenomen')
  })

  it('brings back who was left out by mistake, also when all the rest was done', async () => {
    const id = await arrive(
      universe,
      severalMail(['Blijft Hier', 'K-308', '06 1234 5638'], ['Toch Nog', 'K-309', '06 1234 5639']),
    )
    await client.submit(`/aanmeldingen/${id}/aannemen`, formOnPage(await pageOf(id)))
    await client.submit(`/aanmeldingen/${id}/afwijzen`, { reden: 'dubbel', deelnemer: '2' })
    expect(await universe.rows.mails.waiting(id)).toEqual([])
    const page = await client.submit(`/aanmeldingen/${id}/terughalen`, {})
    expect(valueOf(page.text, 'naam')).toBe('Toch Nog')
    expect(wordsOf(page.text)).toContain('Deelnemer 1 aangenomen')
    const done = await client.submit(`/aanmeldingen/${id}/aannemen`, formOnPage(page.text))
    expect(wordsOf(done.text)).toContain('De aanmelding is aangenomen.')
  })

  it('can be sent away as a whole; who was accepted keeps their journey', async () => {
    const id = await arrive(
      universe,
      severalMail(['Een Blijft', 'K-310', '06 1234 5640'], ['Twee Weg', 'K-311', '06 1234 5641']),
    )
    await client.submit(`/aanmeldingen/${id}/aannemen`, formOnPage(await pageOf(id)))
    await client.submit(`/aanmeldingen/${id}/afwijzen`, { reden: 'dubbel', deelnemer: '2', alles: 'ja' })
    expect(await universe.rows.mails.waiting(id)).toEqual([])
    expect(wordsOf(await pageOf(id))).toContain('aangenomen door een medewerker')
  })
})

describe('a mail that was put aside', () => {
  it('says why, shows what it says, and is taken up when something must happen after all', async () => {
    const id = await arrive(universe, { subject: 'Automatisch antwoord: Aanmelding', text: 'Ik ben er maandag weer.' })
    const page = wordsOf(await pageOf(id))
    expect(page).toContain('Een automatisch antwoord. Daar wordt nooit op geantwoord.')
    expect(page).toContain('Moet er toch iets mee gebeuren?')
    expect(page).toContain('Ik ben er maandag weer.')
    expect(await universe.rows.mails.waiting(id)).toEqual([])
    const review = await client.submit(`/aanmeldingen/${id}/terughalen`, {})
    expect(wordsOf(review.text)).toContain('De mail wacht op u.')
    expect(await universe.rows.mails.waiting(id)).toHaveLength(1)
  })

  it('with a code shows who sent it and what it says, and never the code', async () => {
    const id = await arrive(universe, {
      subject: 'Uw toegangscode',
      text: 'Uw toegangscode is 482913. Geldig: 10 minuten.',
    })
    const page = await pageOf(id)
    expect(wordsOf(page)).toContain('Uw toegangscode is ••••.')
    expect(wordsOf(page)).toContain('wie hem nodig heeft, vindt hem in de mailbox')
    expect(page).not.toContain('482913')
  })
})

describe('a mail about somebody who has a journey', () => {
  it('is laid with that journey: nothing new begins, and the mail says where it belongs', async () => {
    await refer(universe, { 'Naam deelnemer': 'Al Bezig', Klantnummer: 'K-401', Mobiel: '06 1234 5651' })
    const before = await universe.journeys()
    const text = 'Naam deelnemer: Al Bezig\nKlantnummer: K-401\nMobiel: 06 1234 5659\n'
    const id = await arrive(universe, { text, signed: false })
    const page = await pageOf(id)
    expect(wordsOf(page)).toContain('Hoort bij een traject of een mail die er al is?')
    expect(wordsOf(page)).toMatch(/Al Bezig, klantnummer K-401, traject .* zelfde klantnummer zelfde naam/)
    const [radio] = choicesOn(page)
    const journey = (await journeyWith('K-401'))?.id ?? ''
    const after = await client.submit(`/aanmeldingen/${id}/hoort-bij`, { kenmerk: radio ?? '', deelnemer: '1' })
    expect(wordsOf(after.text)).toContain('de mail hoort bij een traject dat er al is')
    expect(await universe.journeys()).toEqual(before)
    const handled = await pageOf(id)
    expect(wordsOf(handled)).toContain('Reden: Hoort bij een traject dat er al is.')
    expect(handled).toContain(`href="/trajecten/${journey}"`)
  })

  it('is not laid with a journey that does not exist', async () => {
    const id = await refer(universe, { Klantnummer: 'K-402' }, { signed: false })
    for (const kenmerk of ['', id, 'K3M-4XFFF', await referenceOf(id)]) {
      const page = await client.submit(`/aanmeldingen/${id}/hoort-bij`, { kenmerk, deelnemer: '1' })
      expect(wordsOf(page.text)).toContain('Dit kenmerk kennen wij niet van een andere mail of een traject.')
    }
    expect((await universe.rows.mails.waiting(id)).length).toBe(1)
  })
})

describe('a mail about somebody of whom another mail waits', () => {
  const refused = { subject: 'Aanmelding', signed: false } as const
  const form = (name: string, number: string) =>
    `Naam deelnemer: ${name}\nKlantnummer: ${number}\nMobiel: 06 1234 5660\n`

  it('is laid with that one: each has one outcome, and whoever accepts the other reads it there', async () => {
    const first = await arrive(universe, { ...refused, text: form('Ans Twee', 'K-411') })
    const second = await arrive(universe, { ...refused, text: `Met een ander adres.\n${form('Ans Twee', 'K-411')}` })
    const reference = await referenceOf(first)
    const page = await pageOf(second)
    expect(wordsOf(page)).toMatch(new RegExp(`mail ${reference} over Ans Twee, .* zelfde klantnummer`))
    expect(choicesOn(page)).toEqual([reference])
    const after = await client.submit(`/aanmeldingen/${second}/hoort-bij`, { kenmerk: reference, deelnemer: '1' })
    expect(wordsOf(after.text)).toContain('Genoteerd: de mail hoort bij deze mail.')
    expect(after.text).toContain(`href="/aanmeldingen/${second}"`)
    expect(wordsOf(await pageOf(second))).toContain('Reden: Hoort bij een andere mail.')
    expect(await pageOf(second)).toContain(`href="/aanmeldingen/${first}"`)
    const again = await client.submit(`/aanmeldingen/${second}/hoort-bij`, { kenmerk: reference, deelnemer: '1' })
    expect(wordsOf(again.text)).toContain('Dit is al door iemand anders afgehandeld')
    expect((await overviewOf().mail(second))?.steps.length).toBe(1)
    expect((await universe.rows.mails.waiting()).filter(({ id }) => id === first || id === second).length).toBe(1)
  })

  it('that came earlier makes the terms count from then', async () => {
    const first = await arrive(universe, { ...refused, text: 'Hierbij meld ik iemand aan, het formulier volgt.' })
    const [cover] = await universe.rows.mails.waiting(first)
    await universe.advanceTo(universe.clock.now().add({ hours: 26 }))
    const second = await arrive(universe, { ...refused, text: form('Bea Later', 'K-412') })
    const typed = { ander: (await referenceOf(second)).toLowerCase().replace('-', ' '), deelnemer: '1' }
    await client.submit(`/aanmeldingen/${first}/hoort-bij`, typed)
    const [waiting] = await universe.rows.mails.waiting(second)
    expect(waiting?.countsFrom).toEqual(cover?.receivedAt)
    expect(waiting?.receivedAt).not.toEqual(cover?.receivedAt)
    await client.submit(`/aanmeldingen/${second}/aannemen`, { ...formOnPage(await pageOf(second)) })
    const journey = await journeyWith('K-412')
    expect(journey?.receivedAt).toEqual(cover?.receivedAt)
    await client.submit(`/aanmeldingen/${first}/terughalen`, {})
    expect((await universe.rows.mails.waiting(first)).length).toBe(1)
  })

  it('is not laid with one that was sent away, and goes to the journey that came of it', async () => {
    const gone = await arrive(universe, { ...refused, text: form('Cas Weg', 'K-413') })
    await client.submit(`/aanmeldingen/${gone}/afwijzen`, { reden: 'dubbel', deelnemer: '1' })
    const taken = await refer(universe, { 'Naam deelnemer': 'Dirk Al', Klantnummer: 'K-414', Mobiel: '06 1234 5664' })
    const id = await arrive(universe, { ...refused, text: 'Zie de aanmelding van vorige week.' })
    const page = await client.submit(`/aanmeldingen/${id}/hoort-bij`, {
      ander: await referenceOf(gone),
      deelnemer: '1',
    })
    expect(wordsOf(page.text)).toContain('Dat kan niet: die mail wacht niet meer op een mens')
    await client.submit(`/aanmeldingen/${id}/hoort-bij`, { ander: await referenceOf(taken), deelnemer: '1' })
    expect(wordsOf(await pageOf(id))).toContain('Reden: Hoort bij een traject dat er al is.')
  })
})

describe('a mail that may take back a journey that runs', () => {
  const withdrawn = {
    subject: 'Verhuizing',
    text: 'Mevrouw Tienhoven is verhuisd naar Breda, het traject kan stoppen.\n',
  }
  const referredTo = async (name: string, number: string) => {
    await refer(universe, { 'Naam deelnemer': name, Klantnummer: number, Mobiel: `06 1234 58${number.slice(-2)}` })
    return (await journeyWith(number))!
  }

  it('shows whom it may mean, above a folded form, and pauses that journey at one press', async () => {
    const journey = await referredTo('Eva Tienhoven', 'K-501')
    const id = await arrive(universe, withdrawn)
    const page = await pageOf(id)
    const words = wordsOf(page)
    expect(words).toContain('kijk bij de mail of het klopt, en pauzeer het traject')
    expect(words).not.toContain('nog niets gestart')
    expect(words).toMatch(/Eva Tienhoven, klantnummer K-501, traject \S+ misschien bedoeld/)
    expect(page).toContain(`href="/trajecten/${journey.id}"`)
    expect(page.indexOf('misschien bedoeld')).toBeLessThan(page.indexOf('Toch een nieuwe aanmelding?'))
    const [kenmerk = ''] = choicesOn(page)
    const done = await client.submit(`/aanmeldingen/${id}/hoort-bij`, { kenmerk, deelnemer: '1', pauzeer: 'ja' })
    expect(wordsOf(done.text)).toContain('De mail hoort bij dit traject, en het traject staat op pauze.')
    expect(done.text).toContain(`href="/aanmeldingen/${id}"`)
    expect((await universe.journey(journey.id))?.journey.status).toBe('paused')
    expect(await universe.rows.mails.waiting(id)).toEqual([])
  })

  it('leaves it as it is for who does not pause it', async () => {
    const journey = await referredTo('Eva Twaalfhoven', 'K-502')
    const id = await arrive(universe, { ...withdrawn, text: withdrawn.text.replace('Tienhoven', 'Twaalfhoven') })
    const [kenmerk = ''] = choicesOn(await pageOf(id))
    await client.submit(`/aanmeldingen/${id}/hoort-bij`, { kenmerk, deelnemer: '1' })
    expect((await universe.journey(journey.id))?.journey.status).toBe('open')
  })

  it('says to call first when nobody can tell who sent it, and does not show who has ended', async () => {
    const journey = await referredTo('Eva Dertienhoven', 'K-503')
    const ended = await referredTo('Ada Dertienhoven', 'K-504')
    const text = withdrawn.text.replace('Mevrouw Tienhoven', 'Eva Dertienhoven')
    const id = await arrive(universe, { ...withdrawn, text: `${text}Ada Dertienhoven ook.`, signed: false })
    await universe.command(ended.id, { type: 'end' }, { kind: 'staff', id: 'test' })
    const page = await pageOf(id)
    expect(wordsOf(page)).toContain('bel de consulent eerst, op een nummer dat u al had')
    expect(wordsOf(page)).toContain('Eva Dertienhoven, klantnummer K-503')
    expect(wordsOf(page)).not.toContain('klantnummer K-504')
    expect((await universe.journey(journey.id))?.journey.status).toBe('open')
  })

  it('leads from the task of the journey to the mail, which says what was done', async () => {
    const journey = await referredTo('Eva Veertienhoven', 'K-505')
    const text = withdrawn.text.replace('Mevrouw Tienhoven', 'Eva Veertienhoven')
    const id = await arrive(universe, { ...withdrawn, text })
    const { text: page } = await client.get(`/trajecten/${journey.id}`)
    expect(wordsOf(page)).toContain('De consulent wijzigt iets of trekt het in: lees de mail en beslis')
    expect(page).toContain(`href="/aanmeldingen/${id}"`)
    const words = wordsOf(await pageOf(id))
    expect(words).toContain('Tot dan begint Opkomst geen gesprek met de deelnemer.')
    expect(words).not.toMatch(/niets gestart|wachtte/)
    expect(await pageOf(id)).toContain(`href="/trajecten/${journey.id}"`)
  })
})

describe('a report of a mail server that a mail of ours did not arrive', () => {
  const sentFor = async (purpose: string, number: string) => {
    await refer(universe, {
      'Naam deelnemer': 'Roos Terug',
      Klantnummer: number,
      Mobiel: `06 1234 59${number.slice(-2)}`,
    })
    const row = await universe.database
      .selectFrom('outgoing')
      .select('id')
      .where('purpose', '=', purpose)
      .orderBy('sequence', 'desc')
      .executeTakeFirstOrThrow()
    return { messageId: row.id, journey: (await journeyWith(number))! }
  }
  const comesBack = async (messageId: string, action: 'failed' | 'delayed'): Promise<Id<'mail'>> => {
    const from = universe.loaded.knowledge.installation.provider.mail
    const about = {
      to: 'consulent@gemeente-voorbeeld.example',
      from,
      messageId: `${messageId}${from.slice(from.indexOf('@'))}`,
    }
    const id = await universe.arrive(deliveryReport(about, action, `melding-${messageId}-${action}@werkwijzer.example`))
    await universe.settle()
    return id
  }

  it.each(['failed', 'delayed'] as const)('shows which mail, to whom, and leads to its journey: %s', async (action) => {
    const { messageId, journey } = await sentFor('receipt', action === 'failed' ? 'K-601' : 'K-602')
    const page = await pageOf(await comesBack(messageId, action))
    const words = wordsOf(page)
    expect(words).toContain('Bij de melding staat welke, en aan wie.')
    expect(words).not.toMatch(/Let op\. Deze mail is misschien niet van wie|afzender verdacht/)
    expect(words).toMatch(
      /Om deze mail van ons gaat het Aan consulent@gemeente-voorbeeld\.example Waarover Ontvangstbericht/,
    )
    expect(page).toContain(`href="/trajecten/${journey.id}"`)
    expect(words.indexOf('Om deze mail van ons gaat het')).toBeLessThan(words.indexOf('De mail ontvangen'))
  })

  it('shows what the server says of a mail that we do not know', async () => {
    const page = await pageOf(await comesBack('0199c0de-0000-7000-8000-0000000000aa', 'failed'))
    expect(wordsOf(page)).toContain('Kijk om welke mail het gaat')
    expect(wordsOf(page)).toContain('To: consulent@gemeente-voorbeeld.example')
    expect(wordsOf(page)).not.toContain('niet geopend')
  })
})

describe('the page of a journey', () => {
  it('leads to each mail about it, whose text is there to read, and back', async () => {
    const first = await refer(universe, { 'Naam deelnemer': 'Eef Heen', Klantnummer: 'K-421', Mobiel: '06 1234 5671' })
    const journey = await journeyWith('K-421')
    const later = await arrive(universe, {
      subject: 'Nog iets',
      text: 'BSN 123456782. Ze heeft een hond.',
      signed: false,
    })
    await client.submit(`/aanmeldingen/${later}/hoort-bij`, { ander: await referenceOf(first), deelnemer: '1' })
    const path = `/trajecten/${journey?.id ?? ''}`
    const { text } = await client.get(path)
    for (const mail of [first, later]) {
      expect(text).toContain(`href="/aanmeldingen/${mail}"`)
      expect(await pageOf(mail)).toContain(`href="${path}"`)
    }
    expect(wordsOf(await pageOf(first))).toContain('Naam deelnemer: Eef Heen')
    expect(wordsOf(await pageOf(later))).toContain('Ze heeft een hond.')
    expect(await pageOf(later)).not.toContain('123456782')
  })
})

describe('a mail with a code', () => {
  it('shows nothing of it anywhere', async () => {
    const id = await arrive(universe, { subject: 'Uw toegangscode', text: 'Uw toegangscode is 482913' })
    for (const path of ['/aanmeldingen', `/aanmeldingen/${id}`, `/aanmeldingen/${id}?deelnemer=1`])
      expect((await client.get(path)).text).not.toContain('482913')
    const words = wordsOf(await pageOf(id))
    expect(words).toContain('Een eenmalige code van een dienst voor beveiligde mail.')
    expect(words).not.toContain('wachtte')
  })
})

describe('a mail that announces a message', () => {
  it('says until when, names the service, and leads to where the content is put in', async () => {
    const id = await arrive(universe, pointerMail('Beveiligd bericht een'))
    const page = await pageOf(id)
    expect(wordsOf(page)).toContain('Intake gehouden, uiterlijk')
    expect(wordsOf(page)).toContain('Ga zelf naar ZIVVER')
    expect(page).toContain(`href="/aanmeldingen/${id}/toevoegen"`)
    expect(page).not.toContain('geheim')
  })
})

it('no page failed', () => {
  expect(client.errors).toEqual([])
})
