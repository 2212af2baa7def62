import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readForPerson } from '#src/inbox/readable-mail.ts'
import { readMail } from '#src/inbox/read-mail.ts'
import { arrived, facts, strictFacts } from '../mail-facts.ts'

const complete = readFileSync(new URL('../mails/compleet.eml', import.meta.url), 'utf8')
const bare = complete.replace(/^Opmerkingen: .*$/m, 'Opmerkingen: geen')
const outcomeOf = async (raw: string, of = strictFacts) => (await readMail(Buffer.from(raw), of, arrived)).outcome
const opening = (text: string) => bare.replace('Hierbij meld ik een deelnemer aan.', text)
const remark = (text: string) => bare.replace('Opmerkingen: geen', `Opmerkingen: ${text}`)
const below = (text: string) => `${bare}\n${text}\n`

const withAttachment = (text: string) =>
  bare
    .replace('Content-Type: text/plain; charset=utf-8', 'Content-Type: multipart/mixed; boundary="deel"')
    .replace('\n\nBeste collega', '\n\n--deel\nContent-Type: text/plain; charset=utf-8\n\nBeste collega')
    .concat(
      `\n--deel\nContent-Type: text/plain; charset=utf-8; name="brief.txt"\nContent-Disposition: attachment; filename="brief.txt"\n\n${text}\n--deel--\n`,
    )

const written = (name: string): readonly string[] =>
  readFileSync(new URL(`./beside-a-form/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text) // nothing else is in these files

/** Of any kind, also in words that no list of ours has. */
const sentence = fc
  .tuple(
    fc.constantFrom(
      'Mevrouw',
      'De klant',
      'Hij',
      'Ik',
      'Haar zwager',
      'De wijkcoach',
      'Iemand',
      'Morgen',
      'Die brommer',
    ),
    fc.constantFrom(
      'zingt',
      'bepaalt',
      'draagt',
      'vlindert',
      'ondertekent',
      'sluimert',
      'betwijfelt',
      'zal dat',
      'vindt',
    ),
    fc.constantFrom(
      'een kwast',
      'de maandag',
      'wat wij zeiden',
      'zes bramen',
      'het loket',
      'zijn sleutels',
      'niets',
      'alles',
    ),
    fc.constantFrom(
      '',
      ' bij regen',
      ' zolang het duurt',
      ' in overleg',
      ' van de buren',
      ' achter de rug',
      ' zonder pardon',
    ),
    fc.constantFrom('.', '!', '', ' ...', ';'),
  )
  .map((parts) => `${parts[0]} ${parts[1]} ${parts[2]}${parts[3]}${parts[4]}`)

const waits = { kind: 'waits' }

describe('beside a complete form of a municipality of whose sentences nothing is said, every sentence of its own waits', () => {
  it('whatever it says, in the letter and as a remark', async () => {
    await fc.assert(
      fc.asyncProperty(sentence, async (text) => {
        expect(await outcomeOf(opening(text))).toMatchObject(waits)
        expect(await outcomeOf(opening(`Hierbij meld ik een deelnemer aan. ${text}`))).toMatchObject(waits)
        expect(await outcomeOf(remark(text))).toMatchObject(waits)
      }),
      { numRuns: 100 },
    )
  })

  it('also every one that others wrote who had seen no rule of ours', async () => {
    const through: string[] = []
    for (const text of written('waits'))
      for (const raw of [opening(text), remark(text)]) if ((await outcomeOf(raw)).kind !== 'waits') through.push(text)
    expect(through).toEqual([])
  })

  it('below the greeting, and in a letter that is attached', async () => {
    for (const text of [
      'PS: zij komt met een vriendin',
      'Ik bespreek dit morgen met mijn teamleider.',
      'Mevrouw wacht op een brief',
    ])
      expect(await outcomeOf(below(text)), text).toMatchObject({ ...waits, why: 'own_sentences' })
    const letter = 'Geachte collega,\n\nWij zien de deelnemer als een goede kandidaat voor de tuin.\n'
    expect(await outcomeOf(withAttachment(letter))).toMatchObject({ ...waits, why: 'own_sentences' })
  })

  it.each(['Let op: morgen', 'Belangrijk: de tuin is dicht', 'Zij zegt: kom maar', 'Mag de tuin ook? Groetjes'])(
    'also when it looks like a line of the form: %s',
    async (line) => {
      expect(await outcomeOf(opening(line))).toMatchObject(waits)
    },
  )
})

describe('a bare form of a new municipality goes on without a person', () => {
  it.each([
    '',
    'Hierbij meld ik een deelnemer aan.',
    'Hierbij meld ik mevrouw El Amrani aan voor het traject Oriëntatie op werk.',
    'Geachte heer, mevrouw, bijgaand treft u de aanmelding aan van een nieuwe deelnemer.',
    'Graag uitnodigen voor een intake.',
    'Wilt u zo spoedig mogelijk een intake plannen?',
    'Heeft u nog vragen, dan kunt u mij bellen op 06-12349999.',
    'Heeft u nog vragen over deze aanmelding, dan hoor ik het graag.',
    'Voor vragen over de aanmelding kunt u mij bellen.',
    'Heb je nog vragen over deze aanmelding?',
    'Ik hoor graag wanneer de intake gepland is.',
    'Graag ontvang ik een ontvangstbevestiging.',
    'Alvast hartelijk dank voor de medewerking!',
    'Aanmeldformulier re-integratie',
    'Gegevens deelnemer',
    'Rijbewijs: nee',
    'Uitkering sinds: 2019',
  ])('%s', async (text) => {
    expect(await outcomeOf(opening(text))).toMatchObject({ kind: 'referral' })
  })

  it.each([
    'Werkdagen: maandag, dinsdag en donderdag',
    'Afdeling Werk en Inkomen\nPostbus 12, 1234 AB Voorbeeldstad',
    'Dit bericht is uitsluitend bestemd voor de geadresseerde. Gebruik door anderen is niet toegestaan.',
    'Denk aan het milieu voordat u deze mail print.',
  ])('with what stands below all their mails: %s', async (text) => {
    expect(await outcomeOf(below(text))).toMatchObject({ kind: 'referral' })
  })
})

it('goes on with a bare form of somebody who is called as a sentence begins', async () => {
  expect(await outcomeOf(bare.replace('Fatima el Amrani', 'Wil Bakker'))).toMatchObject({ kind: 'referral' })
})

describe('a municipality that is trusted so far', () => {
  it('may write a sentence that we know to be harmless, and no other', async () => {
    const harmless = opening('Werkt graag in de ochtend.')
    expect(await outcomeOf(harmless, facts)).toMatchObject({ kind: 'referral' })
    expect(await outcomeOf(harmless)).toMatchObject({ ...waits, why: 'own_sentences' })
    expect(await outcomeOf(opening('Nog niet bellen.'), facts)).toMatchObject(waits)
  })
})

it('quotes the sentence to whoever reviews, as it stands in the mail', async () => {
  const raw = Buffer.from(opening('Zij vindt\nZoë’s tuin het fijnst.'))
  const { telling } = await readForPerson(raw, { facts: strictFacts, receivedAt: arrived })
  expect(telling.map((text) => text.replaceAll(/\s+/g, ' ')).join(' ')).toContain('Zoë’s tuin het fijnst')
})
