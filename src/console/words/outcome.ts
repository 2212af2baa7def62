import type { Refusal } from '#src/domain/journey/decision.ts'

/**
 * What is said after a form was posted. The code stands in the address of the page that follows, so it is one of a closed list and
 * tells nothing about a person.
 */
export const outcomes = {
  'aanwezig-gezet': { ok: true, words: 'Genoteerd: de deelnemer is gekomen.' },
  'afwezig-gezet': {
    ok: true,
    words: 'Genoteerd: de deelnemer is niet gekomen. Opkomst stuurt een bericht en bewaakt de termijn.',
  },
  'bewijs-gezien': { ok: true, words: 'Genoteerd: het bewijs is gezien.' },
  'afmelding-beoordeeld': { ok: true, words: 'Genoteerd: de afmelding is beoordeeld.' },
  'contact-gehad': { ok: true, words: 'Genoteerd: u hebt contact gehad met de deelnemer.' },
  'deelnemer-komt': { ok: true, words: 'Genoteerd: de deelnemer zei u te komen.' },
  'deelnemer-komt-niet': { ok: true, words: 'Genoteerd: de deelnemer meldde zich bij u af.' },
  'deelnemer-bewijs': {
    ok: true,
    words: 'Genoteerd: de deelnemer meldde zich bij u af. Vertel de deelnemer dat er bewijs nodig is.',
  },
  'deelnemer-ander-moment': {
    ok: true,
    words: 'Genoteerd: de deelnemer wil een ander moment. Kies het hier. Tot dan staat de oude afspraak nog.',
  },
  'afspraak-verzet': { ok: true, words: 'De afspraak is verzet. Genoteerd dat de deelnemer dit moment zelf koos.' },
  'schrijver-bekend': { ok: true, words: 'Genoteerd: het bericht is van deze deelnemer.' },
  'gesprek-overgenomen': { ok: true, words: 'U hebt het gesprek. Opkomst antwoordt niet tot u het teruggeeft.' },
  'bericht-geschreven': { ok: true, words: 'Het bericht gaat naar de deelnemer. U hebt nu het gesprek.' },
  'bericht-afgehandeld': { ok: true, words: 'Het bericht is afgevinkt.' },
  'traject-pauze': {
    ok: true,
    words: 'Het traject staat op pauze. Opkomst begint geen gesprekken; de termijnen lopen door.',
  },
  'traject-verder': { ok: true, words: 'Het traject loopt weer.' },
  'nummer-bewaard': { ok: true, words: 'Het nummer is bewaard. Wat nog niet aankwam, gaat naar dit nummer.' },
  'nummer-bewaard-stop': {
    ok: true,
    words: 'Het nummer is bewaard. Opkomst stuurt er niets naartoe: er is STOP gestuurd. Bel de deelnemer.',
  },
  'nummer-weg': { ok: true, words: 'Het nummer is verwijderd. Opkomst stuurt deze deelnemer niets meer.' },
  'nummer-stond-er': {
    ok: true,
    words:
      'Dit nummer stond er al. Er is niets veranderd. Bleek het toch het goede? Verwijder het eerst en vul het dan weer in.',
  },
  'taak-gesloten': { ok: true, words: 'De taak is afgevinkt.' },
  'afspraak-gepland': { ok: true, words: 'De afspraak staat. Opkomst nodigt de deelnemer uit.' },
  'afspraak-gepland-bel': {
    ok: true,
    words: 'De afspraak staat. Opkomst kan deze deelnemer geen bericht sturen: bel om het te vertellen.',
  },
  'mail-aangenomen': { ok: true, words: 'De aanmelding is aangenomen. Dit is het traject.' },
  'deelnemer-aangenomen': {
    ok: true,
    words: 'De deelnemer is aangenomen en heeft een traject. In deze mail staat nog een deelnemer: kijk die ook na.',
  },
  'deelnemer-overgeslagen': {
    ok: true,
    words: 'Deze deelnemer is overgeslagen. In deze mail staat er nog een: kijk die ook na.',
  },
  'hoort-bij-traject': {
    ok: true,
    words: 'Genoteerd: de mail hoort bij een traject dat er al is. Er is geen nieuw traject gemaakt.',
  },
  'hoort-bij-en-pauze': {
    ok: true,
    words:
      'De mail hoort bij dit traject, en het traject staat op pauze. Er staat een taak bij: beslis wat ermee moet gebeuren.',
  },
  'hoort-bij-mail': {
    ok: true,
    words: 'Genoteerd: de mail hoort bij deze mail. Die wacht nog op u.',
  },
  'mail-niet-open': {
    ok: false,
    words: 'Dat kan niet: die mail wacht niet meer op een mens, of hoort bij een ander contract.',
  },
  'kenmerk-onbekend': {
    ok: false,
    words: 'Dit kenmerk kennen wij niet van een andere mail of een traject. Kies er een, of typ het kenmerk over.',
  },
  'traject-niet-open': {
    ok: false,
    words: 'Dat kan niet: dit traject is niet open, of het hoort bij een ander contract.',
  },
  'mail-toegevoegd': { ok: true, words: 'De mail is opgeslagen en wordt nu gelezen.' },
  'mail-bekend': {
    ok: false,
    words: 'Deze mail hadden wij al. Er is niets toegevoegd; dit is de eerste.',
  },
  'mail-afgewezen': { ok: true, words: 'De mail is afgehandeld zonder traject. Hij blijft in de telling staan.' },
  'mail-ingetrokken': {
    ok: false,
    words: 'Niet aangenomen: er kwam een mail die deze aanmelding lijkt in te trekken of te wijzigen. Lees die eerst.',
  },
  'mail-teruggehaald': { ok: true, words: 'De mail wacht op u. Kijk hem hieronder na.' },
  'verzenden-gestopt': { ok: true, words: 'Gestopt. Er gaat niets meer weg tot u weer aanzet.' },
  'verzenden-hervat': { ok: true, words: 'Verzenden staat weer aan. Wat wachtte, gaat nu.' },
  goedgekeurd: { ok: true, words: 'Goedgekeurd. Het gaat nu weg.' },
  tegengehouden: { ok: true, words: 'Tegengehouden. Het gaat niet weg; als dat nodig is, komt er een taak.' },
  'stond-al-zo': { ok: true, words: 'Dat stond al zo. Er is niets veranderd.' },
  'geen-afspraak': { ok: false, words: 'Dat kan niet: deze afspraak is verzet, vervallen of al begonnen.' },
  'niet-open': { ok: false, words: 'Dat kan niet: dit traject is afgesloten.' },
  'niet-voorbij': { ok: false, words: 'Dat kan nog niet: de afspraak is nog niet begonnen.' },
  onbekend: { ok: false, words: 'Dat kan niet: dit bestaat niet (meer). Kijk hoe het er nu voor staat.' },
  'al-gedaan': { ok: false, words: 'Dat kan niet: er staat al een afspraak.' },
  'afspraak-komt': { ok: false, words: 'Dat kan niet: er staat al een afspraak, en die moet nog komen.' },
  'eerst-invullen': {
    ok: false,
    words: 'Dat kan nog niet: de afspraak is geweest. Vul eerst in of de deelnemer kwam.',
  },
  'intake-geweest': { ok: false, words: 'Dat kan niet: de intake is al geweest.' },
  'plek-bezet': { ok: false, words: 'Deze plek is net bezet. Kies een andere.' },
  'niet-meer-nodig': { ok: false, words: 'Dit is al door iemand anders afgehandeld, of het is niet meer nodig.' },
  'traject-loopt-al': {
    ok: false,
    words: 'Deze persoon heeft onder dit contract al een lopend traject. Er is niets veranderd; dit is dat traject.',
  },
  'consulent-elders': {
    ok: false,
    words: 'Het mailadres van de consulent hoort niet bij dit contract. Vraag het juiste adres.',
  },
  'geen-contract': { ok: false, words: 'Dit contract kennen wij niet. Kies een ander.' },
  'leeg-bericht': { ok: false, words: 'Er stond niets in het bericht. Typ eerst iets.' },
  'te-lang-bericht': {
    ok: false,
    words: 'Dit bericht is langer dan 1000 tekens. Er is niets verstuurd: maak het korter.',
  },
  'niet-ontvangen': {
    ok: false,
    words:
      'Dit bericht is niet bij het traject gekomen: meer mensen hebben dit nummer, of niemand. Een mens bekijkt het.',
  },
  'geldt-voor-nummer': {
    ok: true,
    words: 'Meer mensen hebben dit nummer. Wat er stond geldt voor hen allemaal: Opkomst heeft het gedaan.',
  },
  'onvolledig-formulier': { ok: false, words: 'Het formulier was niet compleet. Probeer het nog eens.' },
} as const satisfies Record<string, { ok: boolean; words: string }>

export type Outcome = keyof typeof outcomes

export const isOutcome = (code: string | undefined): code is Outcome =>
  code !== undefined && Object.hasOwn(outcomes, code)

const refusals: Readonly<Record<Refusal | 'slot_taken', Outcome>> = {
  no_appointment: 'geen-afspraak',
  not_open: 'niet-open',
  not_over: 'niet-voorbij',
  unknown: 'onbekend',
  already: 'al-gedaan',
  slot_taken: 'plek-bezet',
}

/** What a refusal of a verb is to the person who asked. */
export const refusalOutcome = (why: Refusal | 'slot_taken'): Outcome => refusals[why]
