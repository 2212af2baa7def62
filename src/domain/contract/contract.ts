import { z } from 'zod'
import { absenceReasons } from './absence-reason.ts'

/**
 * The shape of one `contracts/<id>.yaml`. What a municipality's programme of requirements says is data; a rule that the programme
 * does not give is absent, not zero, and every rule names where it comes from: a clause of the contract, or our own house.
 * The descriptions are Dutch: they are read by whoever edits a contract file, in their editor, in the docs and in error messages.
 */

const Basis = z
  .union([
    z.strictObject({
      clause: z.string().min(1).describe('Nummer van de eis, tussen aanhalingstekens: "9", "5.2.3/10".'),
    }),
    z.strictObject({ house: z.string().min(10).describe('Waarom wij deze regel zelf kiezen.') }),
  ])
  .describe(
    'Waar de regel vandaan komt: `clause: "9"` voor een eis van het contract, `house: waarom` voor een keuze van onszelf.',
  )

const timeOfDay = () => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Schrijf een tijd als "09:00".')
const dateOfYear = () => z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Schrijf een datum als "2026-05-15".')
const count = () => z.int().min(1).max(366)

export const TermLength = z
  .union([
    z.strictObject({ workdays: count().describe('Werkdagen, maandag tot en met vrijdag zonder feestdagen.') }),
    z.strictObject({ days: count().describe('Kalenderdagen.') }),
    z.strictObject({ weeks: count().describe('Kalenderweken.') }),
    z.strictObject({ months: count().describe('Kalendermaanden.') }),
    z.strictObject({ hours: count().describe('Klokuren, ook in het weekend.') }),
  ])
  .describe('Hoe lang: precies één van `workdays`, `days`, `weeks`, `months` of `hours`, met een heel getal.')

const hours = () =>
  z.strictObject({
    from: timeOfDay().describe('Vanaf hoe laat, bijvoorbeeld "09:00".'),
    to: timeOfDay().describe('Tot hoe laat, bijvoorbeeld "17:00".'),
    basis: Basis,
  })

const withinRule = () => z.strictObject({ within: TermLength, basis: Basis })
const leadRule = () => z.strictObject({ at_least: TermLength, basis: Basis })

const AbsenceReasonRule = z.strictObject({
  proof: z
    .boolean()
    .describe(
      'true: de deelnemer neemt bewijs mee. Het wordt gezien, niet opgestuurd, tenzij `proof_photo` een foto toestaat.',
    ),
  on_the_day: z
    .boolean()
    .optional()
    .describe('true: geldt alleen als de afmelding op de dag van de afspraak komt; eerder weegt een mens.'),
  at_most: TermLength.optional().describe(
    'Hoe lang zulke afwezigheid mag duren, bijvoorbeeld een vakantie van 28 dagen.',
  ),
  needs_consent: z
    .boolean()
    .optional()
    .describe('true: alleen geldig met toestemming van de consulent; een mens vraagt die.'),
  basis: Basis,
})

const Calendar = z.strictObject({
  bridge_days: z
    .array(dateOfYear())
    .default([])
    .describe('Brugdagen die als twijfelachtig tellen, naast de vrijdag na Hemelvaart.'),
  closing_days: z
    .array(dateOfYear())
    .default([])
    .describe('Dagen waarop er geen afspraken zijn. Een termijn wordt er niet langer van.'),
  settled_days: z
    .record(dateOfYear(), z.enum(['workday', 'free']))
    .default({})
    .describe('Twijfelachtige dagen waarover met de opdrachtgever is afgesproken wat ze zijn: `workday` of `free`.'),
})

/** Labels of the referral form per field, as this municipality writes them; upper and lower case do not matter. */
const Labels = z.array(z.string().min(2)).min(1)
export const formFields = [
  'name',
  'family_name',
  'given_name',
  'initials',
  'name_prefix',
  'phone',
  'email',
  'client_number',
  'birth_date',
  'language',
  'interpreter',
  'product',
  'risk',
  'municipality',
  'consulent_name',
  'consulent_email',
  'remarks',
] as const
export type FormField = (typeof formFields)[number]

const Words = z.strictObject({
  participant: z.string().min(3).describe('Hoe deze opdrachtgever een deelnemer noemt: deelnemer, klant, cliënt ...'),
  consulent: z.string().min(3).describe('Hoe deze opdrachtgever de consulent noemt: werkconsulent, klantmanager ...'),
})

const Terms = z.strictObject({
  invite_by: withinRule().optional().describe('Binnen hoeveel tijd na de aanmelding de deelnemer is uitgenodigd.'),
  intake_by: withinRule().describe('Binnen hoeveel tijd na de aanmelding de intake is gehouden.'),
  invitation_lead: leadRule().describe('Hoe lang voor de afspraak de uitnodiging aantoonbaar bij de deelnemer is.'),
  reminder_lead: leadRule().describe('Hoe lang voor de afspraak de herinnering aantoonbaar bij de deelnemer is.'),
  no_show_notice: withinRule()
    .extend({
      without_risk: Basis.optional().describe(
        'Waar de regel op staat als het formulier zegt dat er geen verhoogd risico is; zonder deze sleutel geldt `basis` voor iedereen.',
      ),
      at_once: z
        .enum(['everyone', 'raised_risk'])
        .optional()
        .describe(
          'Voor wie de melding niet wacht op een reactie van de deelnemer: zij gaat zodra het is ingevuld. Zonder deze sleutel krijgt iedereen eerst tijd om te reageren.',
        ),
    })
    .describe('Binnen hoeveel tijd de consulent hoort dat de deelnemer niet kwam.'),
  absence_notice: withinRule()
    .extend({
      for: z
        .enum(['everyone', 'raised_risk'])
        .describe('Voor iedereen, of alleen bij een verhoogd (of niet vermeld) risico.'),
    })
    .optional()
    .describe('Binnen hoeveel tijd de consulent ook afgezegde en verzette afspraken hoort.'),
  reaction_window: withinRule()
    .optional()
    .describe('Hoe lang de deelnemer na wegblijven heeft om op ons bericht te reageren.'),
  complaint_answer: withinRule()
    .optional()
    .describe(
      'Binnen hoeveel tijd wie klaagt hoort dat de klacht er is en hoe het verder gaat. Zonder deze sleutel geldt question_answer.',
    ),
  question_answer: withinRule().describe('Binnen hoeveel tijd een vraag van een deelnemer echt is beantwoord.'),
})

const Absence = z.strictObject({
  open_list: z.boolean().describe('true: de lijst is open, een reden die er niet op staat gaat naar een mens.'),
  told_to_consulent: z
    .enum(['validity', 'reason'])
    .describe('Wat de consulent hoort: alleen of de reden geldig is (`validity`), of ook de reden (`reason`).'),
  basis: Basis,
  reasons: z
    .partialRecord(z.enum(absenceReasons), AbsenceReasonRule)
    .describe('De redenen die geldig kunnen zijn. `{}` als het contract er geen noemt.'),
  proof_photo: z
    .strictObject({ basis: Basis })
    .optional()
    .describe(
      'De deelnemer mag een foto of PDF van het bewijs sturen. Die wordt versleuteld bewaard tot het bewijs is bekeken, hoogstens 28 dagen. Zonder deze sleutel wordt bewijs alleen meegenomen en nooit bewaard.',
    ),
})

const NoShow = z.strictObject({
  clock: z
    .enum(['appointment_start', 'reaction_window_end'])
    .describe('Wanneer de termijn van de melding begint; de strengste lezing is `appointment_start`.'),
  basis: Basis,
})

const LeftToPeople = z.strictObject({
  clause: z.string().min(1).describe('Nummer van de eis, tussen aanhalingstekens.'),
  why: z.string().min(10).describe('Wat een mens hier doet, en waarom de software niet.'),
})

export const Contract = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z][a-z0-9-]*$/, 'Gebruik alleen kleine letters, cijfers en streepjes, en begin met een letter.')
      .describe('Korte naam van het contract, gelijk aan de naam van het bestand.'),
    version: z.int().min(1).describe('Verhoog dit getal bij elke wijziging van de tekst.'),
    title: z.string().min(3).describe('Hoe het contract heet.'),
    client: z.string().min(3).describe('De gemeente of organisatie die het contract geeft, zoals mensen het zeggen.'),
    words: Words.describe('De woorden van deze opdrachtgever.'),
    office_hours: hours().describe(
      'Wanneer wij op werkdagen bereikbaar zijn; een termijn in werkdagen eindigt met de werktijd.',
    ),
    sending_hours: hours().describe('Wanneer de bot op werkdagen een gesprek mag beginnen. Antwoorden mag altijd.'),
    terms: Terms.describe('De termijnen. Wat contract noch huis regelt, ontbreekt.'),
    day_before_reminder: z
      .strictObject({ at: timeOfDay().describe('Hoe laat op de werkdag ervoor, bijvoorbeeld "10:00".'), basis: Basis })
      .optional()
      .describe('Een korte herinnering op de laatste werkdag voor de afspraak.'),
    absence: Absence.describe('Afmelden: welke redenen geldig kunnen zijn en wat de consulent ervan hoort.'),
    no_show: NoShow.describe('Wegblijven: vanaf wanneer de termijn van de melding loopt.'),
    calendar: Calendar.describe('Afwijkingen van de gewone werkdagen.'),
    form: z
      .strictObject({
        labels: z
          .partialRecord(z.enum(formFields), Labels)
          .describe('Per veld de opschriften die dit formulier gebruikt; hoofdletters maken niet uit.'),
      })
      .describe('Hoe een aanmelding van deze opdrachtgever gelezen wordt.'),
    left_to_people: z
      .array(LeftToPeople)
      .default([])
      .describe('Eisen die deze versie van de software aan mensen overlaat, met de reden.'),
  })
  .describe('Eén contract van een aanbieder van re-integratie met een gemeente.')

export type Contract = z.infer<typeof Contract>
export type Basis = z.infer<typeof Basis>
export type TermLength = z.infer<typeof TermLength>
export type AbsenceReasonRule = z.infer<typeof AbsenceReasonRule>

/** A clause as people cite it: numbers are 'eisen', places in a text are 'bepalingen'. A house rule is never printed as a clause. */
export const describeBasis = (basis: Basis): string => {
  if ('house' in basis) return `huisregel: ${basis.house}`
  return basis.clause.includes('.') ? `bepaling ${basis.clause}` : `eis ${basis.clause}`
}
