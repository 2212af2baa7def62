import { describe, expect, it } from 'vitest'
import { parseContract } from '#src/app/contracts/parse-contract.ts'
import { sampleText } from './sample-text.ts'

/** One thing made wrong in the sample: what was `was` becomes `is`; the problem stands where `at` is. */
interface Broken {
  readonly what: string
  readonly was: string
  readonly is: string
  readonly at: string
  readonly path: string
  readonly message: string
  readonly advice: string
}

const shape: Broken[] = [
  {
    what: 'a misspelt key names the key that was meant',
    was: 'question_answer:',
    is: 'question_anwser:',
    at: 'question_anwser:',
    path: 'terms.question_anwser',
    message: '`terms.question_anwser` is geen bekende sleutel.',
    advice: 'Bedoelde u `question_answer`?',
  },
  {
    what: 'a key in the wrong block is sent to its own',
    was: 'version: 1',
    is: 'version: 1\nclosing_days: []',
    at: 'closing_days: []',
    path: 'closing_days',
    message: '`closing_days` is geen bekende sleutel.',
    advice: '`closing_days` hoort onder `calendar`.',
  },
  {
    what: 'a key that resembles nothing gets the list of what may stand there',
    was: '  open_list: true',
    is: '  open_list: true\n  kleur: rood',
    at: 'kleur: rood',
    path: 'absence.kleur',
    message: '`absence.kleur` is geen bekende sleutel.',
    advice: 'Hier kan staan: `open_list`, `told_to_consulent`, `basis`, `reasons`.',
  },
  {
    what: 'a missing basis is reported at the rule that misses it',
    was: "    within: { workdays: 10 }\n    basis: { clause: '11' }",
    is: '    within: { workdays: 10 }',
    at: 'intake_by:',
    path: 'terms.intake_by.basis',
    message: '`terms.intake_by.basis` ontbreekt.',
    advice: 'Voeg `basis` toe. Waar de regel vandaan komt: `clause: "9"`',
  },
  {
    what: 'a clause number without quotes',
    was: "clause: '44'",
    is: 'clause: 44',
    at: 'clause: 44',
    path: 'terms.no_show_notice.basis.clause',
    message: '`terms.no_show_notice.basis.clause` is een getal; hier hoort een tekst.',
    advice: 'Zet het tussen aanhalingstekens: "44".',
  },
  {
    what: 'a house rule without a reason worth the name',
    was: "day_before_reminder: { at: '10:00', basis: { house: een keuze van onszelf } }",
    is: "day_before_reminder: { at: '10:00', basis: { house: zomaar } }",
    at: 'zomaar',
    path: 'day_before_reminder.basis.house',
    message: '`day_before_reminder.basis.house` is te kort.',
    advice: 'Het moet minstens 10 tekens zijn. Waarom wij deze regel zelf kiezen.',
  },
  {
    what: 'a rule that claims both a clause and the house',
    was: "{ clause: '9' }",
    is: "{ clause: '9', house: een keuze van onszelf }",
    at: "clause: '9', house",
    path: 'terms.invite_by.basis',
    message: '`terms.invite_by.basis` moet precies één sleutel hebben.',
    advice: 'Kies één van: `clause`, `house`.',
  },
  {
    what: 'a basis that is neither',
    was: "{ clause: '9' }",
    is: "{ eis: '9' }",
    at: "eis: '9'",
    path: 'terms.invite_by.basis.eis',
    message: '`terms.invite_by.basis.eis` is geen bekende sleutel.',
    advice: 'Hier kan staan: `clause`, `house`.',
  },
  {
    what: 'a term in a unit that does not exist',
    was: '{ workdays: 10 }',
    is: '{ workday: 10 }',
    at: 'workday: 10',
    path: 'terms.intake_by.within.workday',
    message: '`terms.intake_by.within.workday` is geen bekende sleutel.',
    advice: 'Bedoelde u `workdays`?',
  },
  {
    what: 'a term in two units',
    was: '{ workdays: 10 }',
    is: '{ workdays: 10, weeks: 2 }',
    at: 'workdays: 10, weeks',
    path: 'terms.intake_by.within',
    message: '`terms.intake_by.within` moet precies één sleutel hebben.',
    advice: 'Kies één van: `workdays`, `days`, `weeks`, `months`, `hours`.',
  },
  {
    what: 'a term that is a bare number',
    was: 'within: { workdays: 10 }',
    is: 'within: 10',
    at: 'within: 10',
    path: 'terms.intake_by.within',
    message: '`terms.intake_by.within` is een getal; hier hoort een blok met sleutels.',
    advice: 'Hoe lang: precies één van `workdays`',
  },
  {
    what: 'a term of nothing',
    was: '{ workdays: 10 }',
    is: '{ workdays: 0 }',
    at: 'workdays: 0',
    path: 'terms.intake_by.within.workdays',
    message: '`terms.intake_by.within.workdays` is te klein.',
    advice: 'Het moet minstens 1 zijn.',
  },
  {
    what: 'a term of half a day',
    was: '{ workdays: 10 }',
    is: '{ workdays: 1.5 }',
    at: 'workdays: 1.5',
    path: 'terms.intake_by.within.workdays',
    message: '`terms.intake_by.within.workdays` is een getal; hier hoort een heel getal.',
    advice: 'Werkdagen',
  },
  {
    what: 'a time of day that does not exist',
    was: "to: '17:00'",
    is: "to: '24:30'",
    at: "'24:30'",
    path: 'office_hours.to',
    message: '`office_hours.to` is niet goed geschreven.',
    advice: 'Schrijf een tijd als "09:00".',
  },
  {
    what: 'an absence reason that is not on the list of codes',
    was: 'illness:',
    is: 'ilness:',
    at: 'ilness:',
    path: 'absence.reasons.ilness',
    message: '`absence.reasons.ilness` is geen bekende sleutel.',
    advice: 'Bedoelde u `illness`?',
  },
  {
    what: 'a yes in Dutch',
    was: 'open_list: true',
    is: 'open_list: ja',
    at: 'ja',
    path: 'absence.open_list',
    message: '`absence.open_list` is een tekst; hier hoort true of false.',
    advice: 'Schrijf true of false.',
  },
  {
    what: 'a choice that does not exist',
    was: 'told_to_consulent: validity',
    is: 'told_to_consulent: validiteit',
    at: 'validiteit',
    path: 'absence.told_to_consulent',
    message: '`absence.told_to_consulent` heeft een waarde die niet bestaat.',
    advice: 'Bedoelde u `validity`? Kies uit: `validity`, `reason`.',
  },
  {
    what: 'a block that was emptied',
    was: "calendar:\n  bridge_days: ['2027-04-26']\n  closing_days: ['2026-12-24']\n  settled_days: { '2027-05-05': free }",
    is: 'calendar:',
    at: 'calendar:',
    path: 'calendar',
    message: '`calendar` is leeg.',
    advice: 'Vul het in of haal het weg.',
  },
  {
    what: 'a settled day that is no date',
    was: "'2027-05-05': free",
    is: "'5 mei': free",
    at: "'5 mei'",
    path: 'calendar.settled_days.5 mei',
    message: '`calendar.settled_days.5 mei` kan hier niet als sleutel staan.',
    advice: 'Schrijf een datum als "2026-05-15".',
  },
  {
    what: 'a label list without labels',
    was: 'name: [naam]',
    is: 'name: []',
    at: 'name: []',
    path: 'form.labels.name',
    message: '`form.labels.name` is te kort.',
    advice: 'Het moet minstens 1',
  },
  {
    what: 'a form field that does not exist',
    was: 'phone: [telefoon]',
    is: 'telefoon: [telefoon]',
    at: 'telefoon: [telefoon]',
    path: 'form.labels.telefoon',
    message: '`form.labels.telefoon` is geen bekende sleutel.',
    advice: 'Hier kan staan: `name`, `phone`',
  },
]

const meaning: Broken[] = [
  {
    what: 'office hours that end before they begin',
    was: "from: '09:00', to: '17:00'",
    is: "from: '17:00', to: '09:00'",
    at: "'09:00', basis",
    path: 'office_hours.to',
    message: '`office_hours` loopt van 17:00 tot 09:00',
    advice: 'Draai de tijden om',
  },
  {
    what: 'a day-before reminder in the night',
    was: "at: '10:00'",
    is: "at: '22:00'",
    at: "'22:00'",
    path: 'day_before_reminder.at',
    message: 'buiten `sending_hours` (08:00-20:00)',
    advice: 'Kies een tijd binnen `sending_hours`',
  },
  {
    what: 'an invitation that may come after the intake',
    was: '{ weeks: 1 }',
    is: '{ weeks: 3 }',
    at: 'weeks: 3',
    path: 'terms.invite_by.within',
    message: 'Uitnodigen mag 3 weken duren, langer dan tot de intake (10 werkdagen).',
    advice: 'Maak `invite_by` hoogstens even lang als `intake_by`.',
  },
  {
    what: 'a lead time that can never fit before the intake is due',
    was: 'invitation_lead: { at_least: { workdays: 5 }',
    is: 'invitation_lead: { at_least: { workdays: 9 }',
    at: 'workdays: 9',
    path: 'terms.invitation_lead.at_least',
    message:
      '9 werkdagen vooraf en een werkdag om het nog eens te proberen passen nooit binnen de 10 werkdagen tot de intake.',
    advice: 'Maak `invitation_lead` korter of `intake_by` langer',
  },
  {
    what: 'a reminder that is due before the invitation',
    was: 'reminder_lead: { at_least: { workdays: 5 }',
    is: 'reminder_lead: { at_least: { workdays: 6 }',
    at: 'workdays: 6',
    path: 'terms.reminder_lead.at_least',
    message: 'De herinnering moet er 6 werkdagen vooraf zijn, eerder dan de uitnodiging (5 werkdagen).',
    advice: 'Maak `reminder_lead` hoogstens even lang als `invitation_lead`.',
  },
  {
    what: 'a clock that waits for a reaction window that is not there',
    was: 'clock: appointment_start',
    is: 'clock: reaction_window_end',
    at: 'reaction_window_end',
    path: 'no_show.clock',
    message: 'er is geen reactietijd',
    advice: 'Voeg `terms.reaction_window` toe',
  },
  {
    what: 'a maximum that nobody watches',
    was: ' needs_consent: true,',
    is: '',
    at: '{ days: 28 }',
    path: 'absence.reasons.vacation.at_most',
    message: 'niemand let daarop',
    advice: 'Voeg `needs_consent: true` toe',
  },
  {
    what: 'consent beforehand for what only holds on the day',
    was: 'needs_consent: true',
    is: 'on_the_day: true, needs_consent: true',
    at: "true, basis: { clause: '43' } }\nno_show",
    path: 'absence.reasons.vacation.needs_consent',
    message: 'vraagt toestemming vooraf en geldt toch alleen op de dag zelf',
    advice: 'Haal `needs_consent` of `on_the_day` weg.',
  },
  {
    what: 'a rule for the reason that is on no list',
    was: 'illness:',
    is: 'other:',
    at: '{ proof: false',
    path: 'absence.reasons.other',
    message: 'zou elke reden geldig zijn',
    advice: 'Haal `other` weg',
  },
  {
    what: 'a day that does not exist',
    was: "'2026-12-24'",
    is: "'2026-02-30'",
    at: "'2026-02-30'",
    path: 'calendar.closing_days.0',
    message: '2026-02-30 bestaat niet.',
    advice: 'Verbeter de datum',
  },
  {
    what: 'a closing day in a weekend',
    was: "'2026-12-24'",
    is: "'2026-12-27'",
    at: "'2026-12-27'",
    path: 'calendar.closing_days.0',
    message: '2026-12-27 valt in een weekend.',
    advice: 'Haal de dag weg',
  },
  {
    what: 'a closing day twice',
    was: "['2026-12-24']",
    is: "['2026-12-24', '2026-12-24']",
    at: "'2026-12-24']",
    path: 'calendar.closing_days.1',
    message: '2026-12-24 staat er twee keer.',
    advice: 'Laat de dag één keer staan.',
  },
  {
    what: 'a bridge day that is free already',
    was: "'2027-04-26'",
    is: "'2027-04-27'",
    at: "'2027-04-27'",
    path: 'calendar.bridge_days.0',
    message: '2027-04-27 is al vrij (Koningsdag).',
    advice: 'Haal de dag weg.',
  },
  {
    what: 'a bridge day that is in doubt already',
    was: "'2027-04-26'",
    is: "'2027-05-07'",
    at: "'2027-05-07'",
    path: 'calendar.bridge_days.0',
    message: '2027-05-07 telt al als twijfelachtig (vrijdag na Hemelvaart).',
    advice: 'Haal de dag weg.',
  },
  {
    what: 'a holiday that was settled',
    was: "'2027-05-05': free",
    is: "'2027-05-06': workday",
    at: "'2027-05-06'",
    path: 'calendar.settled_days.2027-05-06',
    message: '2027-05-06 is een feestdag (Hemelvaartsdag), geen twijfelachtige dag.',
    advice: 'Haal de dag weg.',
  },
  {
    what: 'an ordinary workday that was settled',
    was: "'2027-05-05': free",
    is: "'2027-05-04': free",
    at: "'2027-05-04'",
    path: 'calendar.settled_days.2027-05-04',
    message: '2027-05-04 is een gewone werkdag, geen twijfelachtige dag.',
    advice: 'Zet de dag ook bij `bridge_days`',
  },
  {
    what: 'a label under two fields',
    was: 'phone: [telefoon]',
    is: 'phone: [Naam]',
    at: 'Naam]',
    path: 'form.labels.phone.0',
    message: "Het opschrift 'naam' staat al bij `name`.",
    advice: 'Laat het bij één veld staan',
  },
  {
    what: 'a label for a citizen service number',
    was: 'client_number: [klantnummer]',
    is: 'client_number: [BSN]',
    at: 'BSN',
    path: 'form.labels.client_number.0',
    message: 'Een BSN wordt nergens gelezen of bewaard.',
    advice: 'gebruik het cliëntnummer',
  },
  {
    what: 'a form without a label for the phone number',
    was: '    phone: [telefoon]\n',
    is: '',
    at: 'labels:',
    path: 'form.labels.phone',
    message: 'zonder is geen aanmelding te lezen',
    advice: 'Zet er de opschriften onder',
  },
]

const yaml: Broken[] = [
  {
    what: 'a bracket that is never closed',
    was: "{ clause: '43' } }\nno_show",
    is: "{ clause: '43' }\nno_show",
    at: 'no_show: {',
    path: '',
    message: 'of hierboven is een haakje of accolade niet gesloten.',
    advice: 'sluit elke { en [.',
  },
  {
    what: 'a tab',
    was: '  open_list: true',
    is: '\topen_list: true',
    at: '\topen_list',
    path: '',
    message: 'Deze regel springt in met een tab.',
    advice: 'Spring in met spaties',
  },
  {
    what: 'the same key twice',
    was: 'version: 1',
    is: 'version: 1\nversion: 2',
    at: 'version: 2',
    path: '',
    message: 'Deze sleutel staat twee keer in hetzelfde blok.',
    advice: 'Haal een van de twee weg',
  },
  {
    what: 'a colon inside a text',
    was: 'title: Voorbeeld',
    is: 'title: Voorbeeld: deel 2',
    at: 'Voorbeeld: deel 2',
    path: '',
    message: 'Hier staat een dubbele punt waar er geen kan staan.',
    advice: 'Zet een tekst met een dubbele punt tussen aanhalingstekens.',
  },
  {
    what: 'an anchor and an alias',
    was: "basis: { clause: '43' }\n  reasons",
    is: 'basis: *hier\n  reasons',
    at: '*hier',
    path: '',
    message: 'Een verwijzing met * wordt in een contractbestand niet gebruikt.',
    advice: 'Schrijf de waarde voluit',
  },
  {
    what: 'a tag',
    was: 'title: Voorbeeld',
    is: 'title: !geheim Voorbeeld',
    at: '!geheim',
    path: '',
    message: 'Een woord dat met ! begint heeft in een contractbestand geen betekenis.',
    advice: 'Haal het weg',
  },
  {
    what: 'a block as a key',
    was: 'title: Voorbeeld',
    is: '{ title: Voorbeeld }: ja',
    at: '{ title',
    path: '',
    message: 'Een sleutel is één woord, geen lijst of blok.',
    advice: 'Zet na elke sleutel',
  },
  {
    what: 'two contracts in one file',
    was: 'form:\n',
    is: '---\nform:\n',
    at: '---',
    path: '',
    message: 'In dit bestand staan meer documenten onder elkaar (---).',
    advice: 'Zet één contract in één bestand.',
  },
]

const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length

const problemsOf = (text: string) => {
  const reading = parseContract('voorbeeld.yaml', text)
  return reading.ok ? [] : reading.problems
}

describe('parseContract', () => {
  it('reads the sample without a problem', () => {
    expect(parseContract('voorbeeld.yaml', sampleText)).toMatchObject({ ok: true, contract: { id: 'voorbeeld' } })
  })

  it.each([...shape, ...meaning, ...yaml])('answers $what', ({ was, is, at, path, message, advice }) => {
    expect(sampleText).toContain(was)
    const text = sampleText.replace(was, is)
    expect(text).toContain(at)
    const [first] = problemsOf(text)
    expect(first).toMatchObject({ file: 'voorbeeld.yaml', path, line: lineOf(text, at) })
    expect(first?.message).toContain(message)
    expect(first?.advice).toContain(advice)
  })

  it.each([...shape, ...meaning])('reports nothing beside $what', ({ was, is, path }) => {
    const problems = problemsOf(sampleText.replace(was, is))
    expect(problems.map((problem) => problem.path).filter((other) => other !== path)).toEqual([])
  })

  it('reports all problems of a file at once, in the order of its lines', () => {
    const text = sampleText
      .replace('version: 1', 'versie: 1')
      .replace('illness:', 'ilness:')
      .replace('name: [naam]', 'name: []')
    const problems = problemsOf(text)
    expect(problems.map((problem) => problem.path)).toEqual(['versie', 'absence.reasons.ilness', 'form.labels.name'])
  })

  it.each([
    ['nothing', '', 'Het bestand is leeg.'],
    ['only comments', '# niets\n', 'Het bestand is leeg.'],
    ['a sentence', 'dit is geen contract', 'Het bestand is een tekst; hier hoort een blok met sleutels.'],
    ['a list', '- a\n- b\n', 'Het bestand is een lijst; hier hoort een blok met sleutels.'],
    ['very deep nesting', '['.repeat(200_000), ''],
  ])('answers a file that holds %s', (_, text, message) => {
    const problems = problemsOf(text)
    expect(problems.length).toBeGreaterThan(0)
    expect(problems[0]?.message).toContain(message)
    expect(problems[0]?.advice).not.toBe('')
  })
})
