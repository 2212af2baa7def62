import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { Contract, describeBasis, type Basis } from '#src/domain/contract/contract.ts'
import { rulesOfContract } from '#src/domain/contract/rules-of-contract.ts'

/**
 * What the five programmes of requirements ask of the way from referral to notice, written out by hand: a term that is changed in a
 * contract file by accident turns this red. 'huis' stands for a rule of our own, whatever its reason.
 */
const read = (id: string): Contract =>
  Contract.parse(parse(readFileSync(new URL(`../../../contracts/${id}.yaml`, import.meta.url), 'utf8')))

const source = (basis: Basis): string => ('house' in basis ? 'huis' : describeBasis(basis))

const rulesOf = (id: string): Record<string, string> =>
  Object.fromEntries(rulesOfContract(read(id)).map(({ path, words, basis }) => [path, `${words} [${source(basis)}]`]))

const house = {
  office_hours: 'bereikbaar op werkdagen van 09:00 tot 17:00 [huis]',
  sending_hours: 'een gesprek beginnen op werkdagen van 08:00 tot 20:00 [huis]',
  'terms.intake_by': 'intake gehouden binnen 15 werkdagen na de aanmelding [huis]',
  'terms.invitation_lead': 'uitnodiging minstens 5 werkdagen voor de afspraak [huis]',
  'terms.reminder_lead': 'herinnering minstens 5 werkdagen voor de afspraak [huis]',
  day_before_reminder: 'korte herinnering op de werkdag ervoor om 10:00 [huis]',
  'terms.question_answer': 'een vraag echt beantwoord binnen 2 werkdagen [huis]',
  no_show: 'die termijn loopt vanaf het begin van de gemiste afspraak [huis]',
}

describe('the contract files hold what the programmes of requirements ask', () => {
  it('rip: invited within a week (9), reachable 08:30-17:00 (25), answered within 2 workdays (26)', () => {
    expect(rulesOf('rip')).toEqual({
      ...house,
      office_hours: 'bereikbaar op werkdagen van 08:30 tot 17:00 [eis 25]',
      'terms.invite_by': 'uitgenodigd binnen 1 week na de aanmelding [eis 9]',
      'terms.question_answer': 'een vraag echt beantwoord binnen 2 werkdagen [eis 26]',
      'terms.no_show_notice': 'wegblijven gemeld aan de consulent binnen 1 werkdag [huis]',
      absence: 'een mens weegt elke afmelding [eis 23]',
    })
  })

  it('lansingerland: intake within 10 workdays (11), 5 workdays ahead (51), reasons (43), told within a workday (44)', () => {
    const reason = (words: string): string => `geldige reden: ${words} [eis 43]`
    expect(rulesOf('lansingerland')).toEqual({
      ...house,
      'terms.intake_by': 'intake gehouden binnen 10 werkdagen na de aanmelding [eis 11]',
      'terms.invitation_lead': 'uitnodiging minstens 5 werkdagen voor de afspraak [eis 51]',
      'terms.reminder_lead': 'herinnering minstens 5 werkdagen voor de afspraak [eis 51]',
      'terms.no_show_notice': 'wegblijven gemeld aan de werkconsulent binnen 1 werkdag [eis 44]',
      'terms.reaction_window': 'tijd om na wegblijven te reageren: 1 werkdag [huis]',
      absence: 'een andere reden gaat naar een mens [eis 43]',
      'absence.reasons.bereavement': reason('overlijden van een familielid of een uitvaart'),
      'absence.reasons.medical_specialist': reason('afspraak bij een medisch specialist'),
      'absence.reasons.illness': reason('ziek (op de dag zelf)'),
      'absence.reasons.child_ill': reason('kind ziek (op de dag zelf)'),
      'absence.reasons.religious_holiday': reason('religieuze feestdag'),
      'absence.reasons.work': reason('werk, stage, leerwerkplek of vrijwilligerswerk'),
      'absence.reasons.exam': reason('examen (met bewijs)'),
      'absence.reasons.job_interview': reason('sollicitatiegesprek (met bewijs)'),
      'absence.reasons.court': reason('rechtbank (met bewijs)'),
      'absence.reasons.housing_corporation': reason('afspraak bij de woningcorporatie (met bewijs)'),
      'absence.reasons.hospital_or_detention': reason('in het ziekenhuis of in detentie (met bewijs)'),
      'absence.reasons.vacation': reason(
        'vakantie (hoogstens 28 dagen, met toestemming van de werkconsulent, met bewijs)',
      ),
    })
  })

  it('rsd: invited and seen within 2 weeks (5.2.3/10), absence told within 24 hours at a raised risk (5.2.3/18)', () => {
    expect(rulesOf('rsd')).toEqual({
      ...house,
      'terms.invite_by': 'uitgenodigd binnen 2 weken na de aanmelding [bepaling 5.2.3/10]',
      'terms.intake_by': 'intake gehouden binnen 2 weken na de aanmelding [bepaling 5.2.3/10]',
      'terms.no_show_notice': 'wegblijven gemeld aan de klantmanager binnen 24 uur [bepaling 5.2.3/18]',
      'terms.no_show_notice.without_risk':
        'wegblijven zonder verhoogd risico gemeld aan de klantmanager binnen 24 uur [huis]',
      'terms.absence_notice':
        'ook afgezegde en verzette afspraken gemeld binnen 24 uur bij een verhoogd of niet vermeld risico [bepaling 5.2.3/18]',
      absence: 'een mens weegt elke afmelding [huis]',
    })
  })

  it('tilburg: invited within a week (5-7), reachable 09:00-17:00 (15, 16)', () => {
    expect(rulesOf('tilburg')).toEqual({
      ...house,
      office_hours: 'bereikbaar op werkdagen van 09:00 tot 17:00 [eis 15, 16]',
      'terms.invite_by': 'uitgenodigd binnen 1 week na de aanmelding [eis 5-7]',
      'terms.no_show_notice': 'wegblijven gemeld aan de klantregisseur binnen 1 werkdag [huis]',
      absence: 'een mens weegt elke afmelding [huis]',
    })
  })

  it('arnhem: rules of the house only, and no term for the invitation', () => {
    expect(rulesOf('arnhem')).toEqual({
      ...house,
      'terms.no_show_notice': 'wegblijven gemeld aan de contactpersoon bij de lokale toegang binnen 1 werkdag [huis]',
      absence: 'een mens weegt elke afmelding [huis]',
    })
  })
})
