import { z } from 'zod'
import { askedInFlow } from '#src/domain/journey/command.ts'
import { messagePurposes } from '#src/domain/journey/message-purpose.ts'
import type { Language } from '#src/domain/values/language.ts'
import { otherLanguages } from './other-languages.ts'
import { intents } from './session.ts'

const Name = z.string().regex(/^[a-z][a-z0-9_]*$/, 'kleine letters, cijfers en _')
const NodeName = Name.describe('De naam van een stap onder nodes.')
/** A step of a flow that is called, by the steps that call it: 'offer/choose_slot'. That is where a session says that it is. */
const NodePath = z.string().regex(/^[a-z][a-z0-9_]*(\/[a-z][a-z0-9_]*)*$/, 'de naam van een stap')
const TextName = Name.describe('De naam van een tekst: templates/<taal>/<naam>.liquid.')

/** What a choice means: the name of an intent, 'none', or 'reason:' with a reason code. Slots ('slot:<id>') come from the journey. */
const ChoiceValue = z.string().regex(/^(reason:)?[a-z][a-z_]*$/, "een bedoeling, 'none' of 'reason:<code>'")

/** What a participant reads behind the number of a choice. At most 24 characters: the longest that a WhatsApp list shows. */
const Words = z.string().min(1).max(24)
const Label = z.strictObject({
  nl: Words,
  ...(Object.fromEntries(otherLanguages.map((language) => [language, Words.optional()])) as Record<
    Exclude<Language, 'nl'>,
    z.ZodOptional<typeof Words>
  >), // the same keys
})

const Say = z.strictObject({
  kind: z.literal('say'),
  text: TextName,
  choices: z
    .literal('again')
    .optional()
    .describe('Zet de keuzes van de vraag die nog openstaat onder de tekst, als er een openstaat.'),
  then: NodeName,
})

const Ask = z.strictObject({
  kind: z.literal('ask'),
  text: TextName,
  slots: NodeName.optional().describe('Bied eerst de gevonden momenten aan; hierheen als er een gekozen is.'),
  options: z
    .record(ChoiceValue, NodeName)
    .describe('De genummerde keuzes, in deze volgorde. Een keuze met de naam van een bedoeling kan ook in woorden.'),
  labels: z
    .record(ChoiceValue, Label)
    .optional()
    .describe('Wat hier bij een keuze te lezen staat, als dat anders is dan onder choices.'),
  answers: z.partialRecord(z.enum(intents), NodeName).optional().describe('Wat ook een antwoord is, zonder nummer.'),
  unclear: z.strictObject({
    again: TextName.describe('De tekst waarmee de keuzes nog eens gesteld worden.'),
    misses: z.int().min(1).max(5).describe('Na zoveel onbegrepen antwoorden op rij gaat het verder bij then.'),
    then: NodeName,
  }),
  timeout: z
    .union([
      z.literal('journey').describe('De termijnen van het traject bewaken of er antwoord komt.'),
      z.strictObject({ hours: z.int().min(1).max(336), then: NodeName }),
    ])
    .optional()
    .describe(
      'Hoe lang de vraag openstaat, en waar het dan verder gaat, op een moment waarop er verstuurd mag worden.',
    ),
  undelivered: NodeName.optional().describe(
    'Waar het verder gaat als zij niet te bezorgen is, in plaats van bij undelivered van het gesprek.',
  ),
})

const Refused = z
  .strictObject({
    no_slots: NodeName.optional(),
    slot_taken: NodeName.optional(),
    no_appointment: NodeName.optional(),
    not_open: NodeName.optional(),
    otherwise: NodeName,
  })
  .describe('Waar het verder gaat als het niet kon, per oorzaak.')

const plainCommands = ['confirm', 'report_absence', 'offer_slots', 'pick_slot', 'opt_out', 'opt_in', 'crisis'] as const

const Do = z.discriminatedUnion('command', [
  z.strictObject({ kind: z.literal('do'), command: z.enum(plainCommands), done: NodeName, refused: Refused }),
  z.strictObject({
    kind: z.literal('do'),
    command: z.literal('ask_person'),
    about: z.enum(askedInFlow),
    done: NodeName,
    refused: Refused,
  }),
])

/** Every value of a fact has its exit, so that none is forgotten. */
const Branch = z.discriminatedUnion('on', [
  z.strictObject({
    kind: z.literal('branch'),
    on: z.literal('appointment'),
    cases: z.strictObject({ none: NodeName, planned: NodeName, confirmed: NodeName, absent: NodeName, over: NodeName }),
  }),
  z.strictObject({
    kind: z.literal('branch'),
    on: z.literal('no_show'),
    cases: z.strictObject({ open: NodeName, closed: NodeName }),
  }),
  z.strictObject({
    kind: z.literal('branch'),
    on: z.literal('reason'),
    cases: z.strictObject({ known: NodeName, unknown: NodeName }),
  }),
  z.strictObject({
    kind: z.literal('branch'),
    on: z.literal('proof'),
    cases: z.strictObject({ needed: NodeName, not_needed: NodeName }),
  }),
  z
    .strictObject({
      kind: z.literal('branch'),
      on: z.literal('proof_photo'),
      cases: z.strictObject({ wanted: NodeName, not_wanted: NodeName }),
    })
    .describe('Of er een foto van bewijs mag komen: het contract staat die toe, en wij wachten op bewijs.'),
  z
    .strictObject({
      kind: z.literal('branch'),
      on: z.literal('photo'),
      cases: z.strictObject({ kept: NodeName, not_kept: NodeName }),
    })
    .describe('Of de foto die net kwam, bewaard is tot iemand het bewijs heeft bekeken.'),
  z
    .strictObject({
      kind: z.literal('branch'),
      on: z.literal('question'),
      cases: z.strictObject({ appointment: NodeName, who: NodeName, provider: NodeName, other: NodeName }),
    })
    .describe(
      'Waar een vraag alleen over gaat: de afspraak, wie wij zijn, of iets waarop de organisatie zelf een antwoord schreef (provider).',
    ),
  z
    .strictObject({
      kind: z.literal('branch'),
      on: z.literal('in_a_row'),
      cases: z.strictObject({ first: NodeName, again: NodeName }),
    })
    .describe('Of het bericht hiervoor ook al niet te begrijpen of te lezen was.'),
])

const Go = z.strictObject({ kind: z.literal('go'), to: NodeName })

const HandOver = z
  .strictObject({ kind: z.literal('hand_over') })
  .describe('Een medewerker neemt het over; de bot zwijgt.')

const End = z.strictObject({
  kind: z.literal('end'),
  question: z
    .enum(['closed', 'stays'])
    .describe(
      'stays: de vraag die nog open stond blijft open, zodat een nummer daarna nog betekent wat het betekende.',
    ),
})

const Call = z
  .strictObject({
    kind: z.literal('call'),
    flow: Name.describe('De naam van het deelgesprek: called/<naam>.yaml.'),
    version: z.int().min(1).describe('De versie die wordt aangeroepen. Zo verandert een deelgesprek nooit ongezien.'),
    back: z.record(Name, NodeName).describe('Waar het hier verdergaat, per uitkomst (as) van het deelgesprek.'),
  })
  .describe('Roept een deelgesprek aan, dat hier weer terugkomt.')

const Back = z
  .strictObject({ kind: z.literal('back'), as: Name.describe('De uitkomst, waarvoor de aanroeper een weg heeft.') })
  .describe('Gaat terug naar wie dit deelgesprek aanriep.')

const FlowNode = z.discriminatedUnion('kind', [Say, Ask, Do, Branch, Go, HandOver, End])
const WrittenNode = z.discriminatedUnion('kind', [Say, Ask, Do, Branch, Go, Call, HandOver, End])
const CalledNode = z.discriminatedUnion('kind', [Say, Ask, Do, Branch, Go, Call, Back, HandOver, End])

/** What a participant may say at any moment, whatever was asked. An answer to the question that waits comes before the lower five. */
const Interrupts = z.strictObject({
  crisis: NodeName,
  stop: NodeName,
  wrong_number: NodeName,
  person: NodeName,
  other_time: NodeName,
  absence: NodeName,
  question: NodeName,
  confirm: NodeName,
  start_again: NodeName,
  thanks: NodeName,
  unclear: NodeName.describe('Niet begrepen terwijl er niets gevraagd was.'),
  abuse: NodeName.optional().describe('Schelden tegen mensen; zonder deze sleutel als person.'),
  complaint: NodeName.optional().describe('Een klacht; zonder deze sleutel als person.'),
  language: NodeName.optional().describe('De vraag om een andere taal; zonder deze sleutel als person.'),
  late: NodeName.optional().describe('Komt later; zonder deze sleutel als question.'),
  proof: NodeName.optional().describe('Schrijft over een bewijs; zonder deze sleutel als question.'),
  unreadable: NodeName.optional().describe('Iets anders dan tekst; zonder deze sleutel als unclear.'),
  proof_photo: NodeName.optional().describe(
    'Een foto of document terwijl wij op bewijs wachten; zonder deze sleutel als unreadable.',
  ),
  third_party: NodeName.optional().describe('Iemand anders schrijft; zonder deze sleutel als person.'),
  reaction: NodeName.optional().describe('Een duim of andere emoji op een bericht; zonder deze sleutel als thanks.'),
})

/** The shape of `flows/<name>.yaml`: one conversation, as an editor writes it. */
export const WrittenFlow = z.strictObject({
  $schema: z.string().optional(),
  name: Name,
  version: z.int().min(1).describe('Verhoog dit bij elke wijziging: lopende gesprekken houden hun eigen versie.'),
  replaces: z
    .record(z.string().regex(/^[1-9]\d*$/, 'een versienummer'), z.record(NodePath, NodePath))
    .optional()
    .describe(
      'Welke eerdere versies deze vervangt, ook midden in een gesprek: per versie bij elke oude vraag waar het verdergaat. Bij een vraag die er niet bij staat, neemt een medewerker het over. Versies die hier niet staan, lopen af zoals zij waren.',
    ),
  entries: z.strictObject(
    Object.fromEntries(messagePurposes.map((purpose) => [purpose, NodeName])) as Record<
      (typeof messagePurposes)[number],
      typeof NodeName
    >,
  ),
  interrupts: Interrupts,
  undelivered: NodeName.optional().describe(
    'Waar het verder gaat als iets van ons niet te bezorgen is. Daar wordt niets gezegd: dat komt ook niet aan. Zonder deze sleutel: een medewerker.',
  ),
  held: NodeName.optional().describe(
    'Wat wie opnieuw schrijft terwijl een medewerker het gesprek heeft en er niemand is, een keer hoort. Zonder deze sleutel: niets.',
  ),
  choices: z.record(ChoiceValue, Label).describe('Wat de deelnemer leest bij elke keuze.'),
  nodes: z.record(Name, WrittenNode),
})

/**
 * The shape of `flows/called/<name>.yaml`: a part of a conversation that others call. What may be said at any moment, and what the choices
 * are called, is theirs to say.
 */
export const CalledFlow = z.strictObject({
  $schema: z.string().optional(),
  name: Name,
  version: z.int().min(1).describe('Verhoog dit bij elke wijziging, en ook waar dit deelgesprek wordt aangeroepen.'),
  begin: NodeName.describe('Waar het deelgesprek begint.'),
  nodes: z.record(Name, CalledNode),
})

export type Label = z.infer<typeof Label>
export type FlowNode = z.infer<typeof FlowNode>
export type CalledNode = z.infer<typeof CalledNode>
export type WrittenFlow = z.infer<typeof WrittenFlow>
export type CalledFlow = z.infer<typeof CalledFlow>
/** A conversation with the flows that it calls in it, each step of those under its path: what the engine runs and the checks read. */
export type Flow = Omit<WrittenFlow, 'nodes'> & { readonly nodes: Readonly<Record<string, FlowNode>> }
export type NodeOf<Kind extends FlowNode['kind']> = Extract<FlowNode, { kind: Kind }>
