import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { MailReading } from '#src/inbox/mail-reading.ts'
import { readMail } from '#src/inbox/read-mail.ts'
import { arrived, facts } from './mail-facts.ts'

const complete = readFileSync(new URL('./mails/compleet.eml', import.meta.url), 'utf8')

const readingOf = (raw: string): Promise<MailReading> => readMail(Buffer.from(raw), facts, arrived)
const outcomeOf = async (raw: string): Promise<MailReading['outcome']> => (await readingOf(raw)).outcome

const subjectOf = (subject: string): string => complete.replace(/^Subject: .*$/m, `Subject: ${subject}`)
const withSubject = (subject: string) => outcomeOf(subjectOf(subject))
const withRemark = (remark: string) => outcomeOf(complete.replace(/^Opmerkingen: .*$/m, `Opmerkingen: ${remark}`))
const withOpening = (line: string) => outcomeOf(complete.replace('Hierbij meld ik een deelnemer aan.', line))

const waiting = (words: string) => ({
  kind: 'waits',
  why: 'perhaps_no_referral',
  words: expect.stringMatching(new RegExp(`${words}.*niets gestart`)),
})

describe('a mail with a complete form waits when its subject says that it is about something else', () => {
  it.each([
    ['Intrekken aanmelding', 'in te trekken'],
    ['Intrekking: F. el Amrani', 'in te trekken'],
    ['Aanmelding ingetrokken', 'in te trekken'],
    ['Trek aanmelding in', 'in te trekken'],
    ['Annulering', 'in te trekken'],
    ['Aanmelding vervallen', 'in te trekken'],
    ['Aanmelding gaat niet door', 'in te trekken'],
    ['=?utf-8?Q?Be=C3=ABindiging?= traject', 'in te trekken'],
    ['Afmelding deelnemer', 'in te trekken'],
    ['Wijziging aanmelding', 'een wijziging'],
    ['Gewijzigde aanmelding', 'een wijziging'],
    ['FW: Correctie', 'een wijziging'],
    ['Aanvulling op aanmelding', 'een wijziging'],
    ['Nieuw telefoonnummer', 'een wijziging'],
    ['Vraag over aanmelding', 'een vraag'],
    ['Aanmelding ontvangen?', 'een vraag'],
    ['Re: voortgang', 'een vraag'],
    ['Re: Antw: Fw: Jan', 'een antwoord'],
    ['RE: OPK-1234', 'een antwoord'],
    ['Aanmelding nog niet oproepen', 'niet opgeroepen'],
    ['Deelnemer overleden', 'overleden'],
    ['Werk gevonden', 'werk heeft'],
    ['Test', 'geen aanmelding is'],
    ['TEST aanmelding', 'geen aanmelding is'],
    ['Kim Bos heeft werk', 'werk heeft'],
    ['Kim Bos: baan gevonden', 'werk heeft'],
    ['Kim Bos is aangenomen', 'werk heeft'],
    ['Verkeerde persoon aangemeld', 'in te trekken'],
    ['Traject hoeft niet meer', 'in te trekken'],
    ['Kim Bos zit in detentie', 'niet te bereiken'],
    ['CONCEPT aanmelding', 'eerst nog iets'],
    ['Vooraankondiging', 'eerst nog iets'],
    ['Nogmaals: aanmelding Kim', 'al eerder is gestuurd'],
    ['Onbestelbaar: Aanmelding', 'automatisch bericht'],
    ['Geaccepteerd: Aanmelding', 'automatisch bericht'],
  ])('%s', async (subject, words) => {
    expect(await withSubject(subject)).toMatchObject(waiting(words))
  })

  it.each([
    'Aanmelding',
    'Fw: aanmelding',
    'FW: FW: Aanmelding nieuwe deelnemer',
    'Re: aanmelding',
    'Antw: Verwijzing intake',
    'Aanvraag traject',
    'Aanmelding statushouder',
    'Aanmelding capaciteitentest',
    'Aanmelding Ziektewet',
    'Deelnemer voor traject',
    '',
  ])('but not %j', async (subject) => {
    expect((await withSubject(subject)).kind).toBe('referral')
  })
})

const sentences: [string, string][] = [
  ['Dit is GEEN aanmelding.', 'geen aanmelding is'],
  ['Dit is geen nieuwe aanmelding', 'geen aanmelding is'],
  ['Let op: dit is maar een test', 'geen aanmelding is'],
  ['Deze mail is per abuis verstuurd', 'geen aanmelding is'],
  ['U kunt dit bericht negeren', 'geen aanmelding is'],
  ['Deze aanmelding trek ik in', 'in te trekken'],
  ['Hierbij trekken wij de aanmelding in.', 'in te trekken'],
  ['Wij trekken deze kandidaat terug', 'in te trekken'],
  ['De aanmelding is ingetrokken', 'in te trekken'],
  ['De aanmelding van mevrouw vervalt', 'in te trekken'],
  ['Graag annuleren.', 'in te trekken'],
  ['Het traject gaat niet door', 'in te trekken'],
  ['Het traject is helaas niet meer nodig', 'in te trekken'],
  ['Mevrouw wil niet meer deelnemen', 'in te trekken'],
  ['Betreft: intrekking', 'in te trekken'],
  ['Correctie op de aanmelding van maandag', 'een wijziging'],
  ['Het telefoonnummer in mijn vorige mail klopte niet', 'een wijziging'],
  ['Dit vervangt de aanmelding van gisteren', 'een wijziging'],
  ['Ik heb een vraag over deze deelnemer', 'een vraag'],
  ['Hoe staat het met de intake van deze klant?', 'een vraag'],
  ['Graag niet oproepen', 'niet opgeroepen'],
  ['Meneer graag voorlopig niet inplannen', 'niet opgeroepen'],
  ['Plan hem nog niet in', 'niet opgeroepen'],
  ['Wacht nog met uitnodigen', 'niet opgeroepen'],
  ['Het traject mag nog niet starten', 'niet opgeroepen'],
  ['Hoeft niet meer te worden opgeroepen', 'niet opgeroepen'],
  ['Voorlopig niet bellen op dinsdag of een andere dag', 'niet opgeroepen'],
  ['Heeft werk gevonden', 'werk heeft'],
  ['Zij heeft inmiddels een baan gevonden per 1 oktober', 'werk heeft'],
  ['Is sinds maandag aan het werk', 'werk heeft'],
  ['De uitkering is per 1 september beëindigd', 'werk heeft'],
  ['Is verhuisd', 'verhuisd'],
  ['Meneer is onlangs verhuisd naar een andere gemeente', 'verhuisd'],
  ['Meneer is vorige week overleden', 'overleden'],
  ['De man is overleden', 'overleden'],
  ['Kim Bos heeft werk', 'werk heeft'],
  ['Kim heeft inmiddels een baan bij een bakker', 'werk heeft'],
  ['Zij heeft een nieuwe baan', 'werk heeft'],
  ['De heer Bos is gaan werken', 'werk heeft'],
  ['Kim is aangenomen bij de bakker', 'werk heeft'],
  ['Kim begint 1 december met een nieuwe baan', 'werk heeft'],
  ['Mevrouw gaat per maandag aan de slag bij een bakker', 'werk heeft'],
  ['Kim Bos stroomt per 1-12 uit wegens aanvaarding van werk', 'werk heeft'],
  ['Het traject van Kim hoeft niet meer', 'in te trekken'],
  ['Kim Bos heeft zich teruggetrokken', 'in te trekken'],
  ['Per abuis heb ik de verkeerde persoon aangemeld', 'in te trekken'],
  ['Mevrouw is per abuis aangemeld', 'in te trekken'],
  ['Ontvangt geen uitkering meer', 'werk heeft'],
  ['Meneer zit sinds vrijdag in detentie', 'niet te bereiken'],
  ['Is vertrokken naar een andere stad', 'verhuisd'],
  ['Kleine correctie: geboortedatum is 3-4-1990', 'een wijziging'],
  ['Het risico moet hoog zijn in plaats van laag', 'een wijziging'],
  ['Pas contact opnemen nadat ik akkoord heb gegeven', 'eerst nog iets'],
  ['Graag eerst mij bellen', 'eerst nog iets'],
  ['Eerst overleg met de consulent', 'eerst nog iets'],
  ['Bel mij eerst voordat jullie hem uitnodigen', 'eerst nog iets'],
  ['Graag pas starten vanaf 1 maart', 'eerst nog iets'],
  ['Niet uitnodigen zonder mijn toestemming', 'niet opgeroepen'],
  ['Dit is een concept', 'eerst nog iets'],
  ['De beschikking volgt nog', 'eerst nog iets'],
  ['Deze heb ik vorige maand al gestuurd', 'al eerder is gestuurd'],
  ['Ik heb haar al eerder aangemeld', 'al eerder is gestuurd'],
  ['Telefoonnummer is geheim', 'iemand anders'],
  ['Het telefoonnummer is van zijn vrouw', 'iemand anders'],
  ['Alleen bereikbaar via haar dochter', 'iemand anders'],
  ['De telefoon is kapot', 'iemand anders'],
]

it.each(['Automatisch antwoord: Aanmelding', 'Gelezen: Aanmelding'])(
  'a mail with a complete form is put aside when a machine answered: %s',
  async (subject) => {
    const { outcome, kind } = await readingOf(subjectOf(subject))
    expect(outcome).toMatchObject({ kind: 'aside', why: 'auto_reply' })
    expect(kind).toBe('auto_reply')
  },
)

describe('what a mail in doubt most likely is, a person sees beside it', () => {
  it.each([
    ['Intrekken aanmelding', 'correction'],
    ['Wijziging aanmelding', 'correction'],
    ['Aanmelding nog niet oproepen', 'correction'],
    ['Werk gevonden', 'correction'],
    ['Vraag over aanmelding', 'referral'],
    ['CONCEPT aanmelding', 'referral'],
    ['Nogmaals: aanmelding', 'referral'],
    ['Verkeerde persoon aangemeld', 'correction'],
    ['Test', 'not_referral'],
    ['Geen aanmelding', 'not_referral'],
  ])('%s: %s', async (subject, kind) => {
    const { outcome, ...reading } = await readingOf(subjectOf(subject))
    expect(outcome).toMatchObject({ kind: 'waits', why: 'perhaps_no_referral' })
    expect(reading.kind).toBe(kind)
  })
})

describe('a mail with a complete form waits when it says so itself', () => {
  it.each(sentences)('in a remark: %s', async (sentence, words) => {
    expect(await withRemark(sentence)).toMatchObject(waiting(words))
  })

  it.each(sentences)('in the text above the form: %s', async (sentence, words) => {
    expect(await withOpening(sentence)).toMatchObject(waiting(words))
  })

  it('also when the mail program broke the sentence, below the greeting, and in the HTML alone', async () => {
    const broken = 'Na een lang gesprek met mevrouw deze week trek\nik de aanmelding in'
    expect(await withOpening(broken)).toMatchObject(waiting('in te trekken'))
    expect(await outcomeOf(`${complete}\nPS: zij heeft werk gevonden\n`)).toMatchObject(waiting('werk heeft'))
    const [head, body = ''] = complete.split(/\n\n(.*)/s)
    const html = `${head?.replace('text/plain', 'text/html')}\n\n${body.replaceAll('\n', '<br>\n')}`
    const said = html.replace('Hierbij meld ik een deelnemer aan.', 'Dit is <b>geen</b> aanmelding.')
    expect((await outcomeOf(html)).kind).toBe('referral')
    expect(await outcomeOf(said)).toMatchObject(waiting('geen aanmelding is'))
  })

  it('and a line that ended before it takes nothing away', async () => {
    expect(await withRemark('geen\nHeeft werk gevonden')).toMatchObject(waiting('werk heeft'))
  })

  it('with words that repeat nothing of it', async () => {
    const outcome = await withRemark('Fatima el Amrani (2026-4711) heeft werk gevonden bij Bakkerij Appel')
    expect(outcome.kind === 'waits' ? outcome.words : '').not.toMatch(/Fatima|4711|Appel/)
  })
})

describe('what true referrals say every day does not make them wait', () => {
  it.each([
    'Belt graag niet voor 10 uur',
    'Graag niet bellen voor 10 uur',
    'Niet inplannen op vrijdag',
    "Liever 's ochtends niet inplannen",
    'Niet bellen, liever appen',
    'Heeft eerder werk gehad',
    'Heeft nog geen werk gevonden',
    'Heeft ondanks veel sollicitaties geen passende baan gevonden',
    'Heeft eerder zelf werk gevonden via een uitzendbureau',
    'Wil graag weer aan het werk',
    'Doel is zo snel mogelijk aan het werk',
    'Zijn vrouw is vorig jaar overleden',
    'Vorig traject is voortijdig stopgezet',
    'Reden van aanmelding: dienstverband is beëindigd',
    'WW-uitkering is gestopt, nu bijstand',
    'Kan slecht plannen en heeft hulp nodig',
    'Is nog niet gestart met de inburgering',
    'Heeft nog geen afspraak bij de schuldhulp',
    'Heeft zich vaker afgemeld door ziekte',
    'Tolk is niet meer nodig',
    'Is bekend bij schuldhulp; heeft vragen over vervoer',
    'Kunt u snel een intake plannen?',
    'Trekt zich soms terug',
    'Heeft een test gedaan bij het UWV',
    'Uit dit bericht kunnen geen rechten worden ontleend',
    'Mevrouw is onlangs verhuisd naar Voorbeeld',
    'Hij is in 2020 verhuisd naar Nederland',
    'Is vanuit Syrië verhuisd',
    'Nummer is onlangs gewijzigd, dit is het nieuwe',
    'Heeft in 2022 een traject gehad dat is beëindigd wegens ziekte',
    'Heeft parttime werk, wil graag uitbreiden',
    'Heeft werk voor 8 uur per week',
    'Heeft werk gehad als lasser tot 2021',
    'Heeft een baan nodig',
    'Zijn vrouw heeft werk',
    'Wil graag aan de slag bij een bakker',
    'Gaat met plezier aan de slag met solliciteren',
    'Is in 2015 gaan werken als kok',
    'Heeft in detentie gezeten',
    'Heeft zich teruggetrokken uit sociale contacten',
    'Pas bellen na 15:00 uur',
    'Eerst appen, dan bellen',
    'Het CV volgt nog',
    'Heeft een eigen telefoon',
  ])('%s', async (remark) => {
    expect((await withRemark(remark)).kind).toBe('referral')
    expect((await withOpening(`${remark}.`)).kind).toBe('referral')
  })
})

describe('what stands below every mail of a municipality does not make a referral wait', () => {
  it.each([
    'Indien u dit bericht per abuis heeft ontvangen, verzoeken wij u de afzender te waarschuwen.',
    'Als u dit bericht per vergissing heeft ontvangen, wilt u het dan negeren?',
    'Mocht deze e-mail ten onrechte aan u zijn gestuurd, verwijder hem dan.',
    'Heeft u deze mail per ongeluk ontvangen? Negeer hem dan.',
    'Indien u niet de geadresseerde bent of dit bericht abusievelijk aan u is toegezonden,\nwordt u verzocht dat te melden en het bericht te verwijderen.',
    'Uw toestemming intrekken kan altijd. Intrekken van toestemming kan met een brief.',
    'De gemeente Voorbeeldstad is verhuisd naar het nieuwe stadhuis, Markt 1.',
    'Wij zijn verhuisd naar de Markt.',
    'Let op: ons telefoonnummer is gewijzigd in 14 0318.',
    'Per 1 december is ons mailadres gewijzigd.',
  ])('%s', async (footer) => {
    expect((await outcomeOf(`${complete}\n${footer}\n`)).kind).toBe('referral')
  })

  it.each([
    ['Deze aanmelding is per abuis verstuurd. Negeer hem dan ook.', 'geen aanmelding is'],
    ['Wij horen dat mevrouw is verhuisd.', 'verhuisd'],
    ['Het nummer van mijn klant is gewijzigd.', 'een wijziging'],
    ['Zij is naar een andere gemeente verhuisd.', 'verhuisd'],
    ['Cliënt heeft zijn toestemming ingetrokken.', 'in te trekken'],
  ])('but it does when it is about the participant: %s', async (footer, words) => {
    expect(await outcomeOf(`${complete}\n${footer}\n`)).toMatchObject(waiting(words))
  })
})

describe('a few words about somebody, without a form', () => {
  const head = complete.slice(0, complete.indexOf('\n\n')).replace(/^Subject: .*$/m, 'Subject: Kim Bos')
  const kindOf = async (text: string) => (await readingOf(`${head}\n\nHallo,\n\n${text}\n\nGroet,\nAnneke`)).kind

  it.each([
    'Kim werkt sinds maandag.',
    'Nieuw telefoonnummer Kim Bos: 06-12121213',
    'Kim heeft een ander nummer: 06-12121213',
    'Het risicoprofiel van Kim moet hoog zijn i.p.v. laag.',
    'Kim gaat verhuizen en valt dan niet meer onder ons.',
    'Ik ben uw deelnemer kwijt in ons systeem, hij is overgeplaatst.',
    'Klantnummer: S201\n\nKim heeft een ander nummer.',
  ])('is a correction: %s', async (text) => {
    expect(await kindOf(text)).toBe('correction')
  })

  it.each(['Kunnen jullie mij terugbellen?', 'Wanneer is het overleg?', 'Bedankt voor de fijne samenwerking.'])(
    'is none when it says nothing of the kind: %s',
    async (text) => {
      expect(await kindOf(text)).not.toBe('correction')
    },
  )
})

describe('a form that contradicts itself or says nothing waits, with what is wrong', () => {
  const withField = (label: string, lines: string) =>
    outcomeOf(complete.replace(new RegExp(`^${label}: .*$`, 'm'), lines))

  it.each([
    ['Telefoonnummer', 'Telefoonnummer: 06-12345678\nTelefoonnummer: 06-12345679', 'verschillende telefoonnummers'],
    ['Klantnummer', 'Klantnummer: 2026-4711\nKlantnummer: 2026-4712', 'verschillende klantnummers'],
    ['Naam', 'Naam: Fatima el Amrani\nNaam: Jan de Vries', '2 deelnemers'],
    ['Taal', 'Taal: Nederlands\nTaal: Engels', 'verschillende talen'],
    ['Geboortedatum', 'Geboortedatum: 12-03-2030', 'te jong of te oud'],
    ['Geboortedatum', 'Geboortedatum: 12-03-1850', 'geboortedatum'],
    ['Telefoonnummer', 'Telefoonnummer: f@post.example', 'een mailadres'],
    ['Naam', 'Naam: n.v.t.', 'ontbreekt de naam'],
    ['Naam', 'Naam: -', 'ontbreekt de naam'],
    ['Naam', 'Naam: zie bijlage', 'De naam'],
    ['Klantnummer', 'Klantnummer: zie bijlage', 'klantnummer'],
    ['Klantnummer', 'Klantnummer: 2026-4711, 2026-4712', 'klantnummer'],
    ['Naam', 'Naam: Fatima el Amrani / Jan de Vries', 'De naam'],
    ['Risicoprofiel', 'Risicoprofiel: nee, wel eens verzuim', 'Het risico'],
  ])('%s: %j', async (label, lines, words) => {
    expect(await withField(label, lines)).toMatchObject({ kind: 'waits', words: expect.stringContaining(words) })
  })
})
