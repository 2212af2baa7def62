/**
 * The words by which a sentence beside a form is told from what stands in every referral. Without case and accents.
 * 'bel*': what begins so. 'naar/via mij': either. 'hoeft .. niets': with at most three words between.
 */
const anyOf = (words: string, flags = ''): RegExp => new RegExp(String.raw`\b(?:${wordsIn(words).join('|')})\b`, flags)

const wordsIn = (words: string): string[] =>
  words
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) =>
      entry
        .split(' ')
        .map(wordAs)
        .join(' ')
        .replaceAll('.. ', String.raw`(?:\w+ ){0,3}`),
    )

const wordAs = (word: string): string => {
  const wide = word.replaceAll('*', String.raw`\w*`)
  return wide.includes('/') ? `(?:${wide.replaceAll('/', '|')})` : wide
}

/** How to reach somebody. */
export const reaching = anyOf(`
  bel, bellen, belt, belde, gebeld, app, appen, appt, sms, whatsapp, mailen, berich*, brief, brieven, post, adres
  contact*, benader*, bereik*, gebruik*, tel, telnr, tel nr, telefoon, telefoonnummer*, mobiel, mobielnummer*, nummer, nummers
  oproep*, opgeroepen, roep, uitnodig*, uitgenodigd, nodig .. uit, inplan*, ingepland, plan .. in, afspra*, intake*
  komt niet, niet komen, opdagen, verschijn*`)

/** The referral, and what begins with it. */
export const referring = anyOf(`
  aanmeld*, aangemeld, meld, verwijz*, verwezen, opdracht*, formulier*, mail, traject*, deelname, deelnemen, meedoen
  akkoord, toestemming, beschikking, besluit, indicatie
  start*, opstarten, gestart, begin*, begonnen, oppakken, opgepakt, in behandeling`)

/** What turns a sentence about either from the usual. */
export const turned = anyOf(`
  niet, geen, nooit, nog, pas, eerst, eerder, alleen, enkel, uitsluitend, via, naar/via/aan mij, als mijn/onze/de/ik/wij/we
  voordat, totdat, zodra, tenzij, mits, nadat, maar, echter, wel vast, alvast, tijdelijk, later, straks, weekje, liever
  ander*, oud*, nieuw/nieuwe nummer/telefoon*/adres/mobiel, verander*, wijzig*, gewijzigd, vervang*, gisteren, vorige
  moeder, vader, zus, broer, zoon, dochter, partner, man, vrouw, buur*, familie, begeleid*, hulpverlen*, collega*
  seintje, overleg*`)

const wantsFirst = anyOf(`
  voorbehoud, goedkeuring, goedgekeurd, groen licht, seintje, teamleider, leidinggevende, bedrijfsarts, onder voorwaarde
  mits, tenzij, mocht, alleen/pas als, eerst, zodra, totdat, tot ik/de, tot en met, tot eind/begin/half/week/volgende/volgend
  wacht/wachten ik/wij/we/op/met/tot/nog/even, afwachting, alvast, nog even, rustig aan, laten liggen, parkeren
  laat hem/haar/hen .. even, met rust, volgende maand, nieuwe jaar, de zomer
  na de zomer/vakantie/feestdagen/operatie/bevalling, mag niet/nog niet van, mag nog .. niet, niet beschikbaar, ontruiming
  in overleg, overleggen, *overleg, bespreken, door te nemen, samen kijken/bekijken, casus, laat .. weten, hoor ik, beslis*
  nog in gesprek, nog niet/geen getekend/ondertekend, zien we/wij .. verder, volgend jaar, uitstel, voorlopig, vooralsnog
  nog niets/niks, doen .. niets/niks, beoordelen, of .. in aanmerking, komt .. in aanmerking als
  of .. recht heeft, recht heeft op, afwacht*, wacht/wachten .. af, uitspraak, bedacht, bedenk*, bedenktijd
  rond krijgen/is/zijn/komt, terugbel*, terug te bellen, bel mij/me terug, mag ik`)
const asksAnother = anyOf(`
  offerte*, kosten, budget, factu*, declar*, plek, capaciteit, wachtlijst, haalbaar, of jullie/u/dit, aanbieder
  kopie, afschrift, concept, test*, bedoeld voor, hoort .. bij jullie, hoort .. bij een/de andere
  fictie*, verzonnen, dummy*, demo, oefen*, als voorbeeld, voorbeeld van/hoe, voorbeeldmail*, niet voor jullie/u/je, dubbele, archief
  herplaats*, heraanmeld*, heropen*, hervat*, controleer, controleren, check/checken .. even, horen zeggen
  abuis, vergissing, verkeerd, verkeerde, wrong, dubbel, al eerder, al bij jullie/u, negeer, negeren, overbodig, avg
  hoeft/hoeven .. niks/niets, weet/weten .. van niks/niets`)
const ofRunning = anyOf(`
  *evaluatie*, *rapport*, verslag, voortgang, eindformulier, eindgesprek, reden beeindig*, annul*, geannul*, intrek*
  ingetrokken, stop, stoppen, stopgezet, stopzetten, afgesloten, afsluiten, ronden, afgerond worden/is, verleng*
  werkt inmiddels, niet meer actueel, mogelijk verouderd, ondergebracht, hoeft .. niet meer
  start/begint morgen/maandag/volgende week/maand bij, gesloten worden, sluiten, kan/mag weg, kan/mag dicht
  al geregeld, al opgelost, niet meer van toepassing
  is .. in dienst, in dienst getreden, sinds gisteren/eergisteren/vandaag, fraude*, sanctie*
  klacht*, bezwaar, beroep, niet tevreden, ontevreden, tot nu toe, stokje`)
const unsure = anyOf(`
  vergeten, twijfel*, wellicht, waarschijnlijk, vermoedelijk, vermoeden, naar verwachting, niet zeker, weet ik/niet
  geen idee, volgens mij, denk ik, de juiste, misverstand, andere persoon, naamgenoot, tweeling*, beweert, misgaat
  oeps, excuus, excuses, sorry, zoek het/dit/dat .. op/uit`)
const atWork = /\b(?:kan|mag|gaat|begint)\b.{0,20}\baan de slag bij\b/
const goneAfter = /(?<!\b(?:bsn|tolk is) )\b(?:verwijder\w*|niet meer nodig)\b/
/** Of a document that belongs to the referral. */
const ownPaper = /\bkopie (?:id|paspoort|diploma|cv|rijbewijs)\b/

/** What may mean that the referral is none, or not yet one, whatever else is said. */
export const isOfItself = (sentence: string): boolean =>
  [wantsFirst, asksAnother, ofRunning, unsure, atWork, goneAfter].some((words) => words.test(sentence)) &&
  !ownPaper.test(sentence)

const unsafe = anyOf(`
  ex, ex-*, expartner, dreig*, bedreig*, agressi*, geweld*, *stalk*, onveilig*, veilig*, geheim*, vertrouwelijk, *verbod
  vrouwenopvang, opvang, politie, wijkagent, rechter, reclassering, jeugdbescherm*, handhaving, enkelband, inval, justitie
  mag/mogen .. niets van/over weten, niet op de hoogte, niet belastbaar, mes, wapen*, gevaar*, gevaarlijk, rechtbank
  rechtszaak, zitting, straf, vast in, zit vast, pi, cel, tbs, slaan, voorgevallen, onder invloed, alleen op/in een
  meelez*, leest/luistert mee, deelt, delen een/de/het, aan de lijn, retour, staat uit, staat steeds/altijd uit
  vermist, onvindbaar, spoorloos, niet te pakken, buitenland, verblij*
  ziekenhuis, kliniek, opgenomen, opname, operatie, geopereerd, coma, terminaal, ernstig, ligt momenteel/nu/op/aan/in
  psychose, psychotisch, decompensatie, levensmoe, suicid*, zelfmoord, sterven, zwanger*, bevall*, bevalt, kraam*
  niet/slecht/moeilijk/geen/weinig .. lezen/schrijven
  analfabe*, laaggeletterd, doof, dove, slechthorend, blind, slechtziend
  bewind*, curat*, mentor, voogd*, minderjarig`)
const young = /\b(?:1[4-7] ?jaar|pas 1[4-7])\b/

/** What may mean that a message is unsafe, not read, or read by somebody else: no usual sentence speaks of that. */
export const isUnsafe = (sentence: string): boolean => unsafe.test(sentence) || young.test(sentence)

const against = anyOf(`
  weiger*, werkt niet mee, niet zitten, geen zin, niet mee eens, tegen deelname, tegen het traject
  neemt .. niet op, geen gehoor, reageert .. niet`)
/** 'Wil niet in de nacht werken' is a wish for work. */
const wantsNone =
  /\bwil (?:\w+ ){0,3}(?:niet|geen)\b(?! (?:in|op|naar|terug|meer naar|meer terug|als|bij|te|zo|\w+ (?:werk|functie|baan)))/

/** That the participant does not want it, or does not answer. */
export const isUnwilling = (sentence: string): boolean => against.test(sentence) || wantsNone.test(sentence)

const foreign = anyOf(
  `
  please, the, this, not, yet, until, you, your, him, she, and, but, with, from, will, should, would, have, hold, call, wait
  wrong, delete
  bitte, nicht, noch, und, weder, kann, auch, dem, hat, sein, seine, seinem, seinen, seiner, seines, gehort, ist, sie, ihr
  herr, frau, wird, werden, kein*, erst, wenn
  s'il, vous, son, il, doit, etre, tous, ses, est, elle, nous, mais, avec, pour, merci, encore, madame, monsieur`,
  'g',
)
const dutch = anyOf(`
  de, het, een, en, van, voor, met, op, in, is, zijn, wij, we, ik, u, je, jullie, hij, zij, ze, hem, haar, hun, mevrouw, meneer
  heer, niet, geen, naar, bij, te, dat, die, deze, dit, aan, om, heeft, hebben, wordt, kan, wil, graag, hierbij, als, maar, ook
  zie, uit, der, den, zich, zeer, heel, erg, nog, nu, al, wel, moet, gaat, komt, werkt, woont, spreekt, soms, vaak, altijd
  nooit, goed, slecht, veel, weinig, eigen, liever, dan, eerst, pas, na, tot, vanaf, tijdens, zonder, over, door`)

export const isDutch = (sentence: string): boolean => dutch.test(sentence)

/** In a language that the rest of this cannot read: two words of it, or four of which none is Dutch. */
export const isForeign = (sentence: string, words: number): boolean =>
  new Set(sentence.match(foreign)).size > 1 || (words > 3 && !/\d|\[/.test(sentence) && !isDutch(sentence))
