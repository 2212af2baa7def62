import { absenceReasons, type AbsenceReason } from '../absence-reason.ts'
import type { AbsenceReasonRule, Contract } from '../contract.ts'
import type { ContractFinding } from '../contract-finding.ts'

/** How long someone stays away cannot be heard from one cancelled appointment: only a person who gives consent can hold a maximum. */
function maximumWithoutConsent(reason: AbsenceReason, rule: AbsenceReasonRule): ContractFinding[] {
  if (!rule.at_most || rule.needs_consent) return []
  return [
    {
      path: ['absence', 'reasons', reason, 'at_most'],
      message: `\`${reason}\` mag maar een tijd duren, maar niemand let daarop.`,
      advice: 'Voeg `needs_consent: true` toe, zodat een mens ernaar kijkt, of haal `at_most` weg.',
    },
  ]
}

/** Consent is given beforehand; a reason that only arises on the day leaves no time for it. */
function consentOnTheDay(reason: AbsenceReason, rule: AbsenceReasonRule): ContractFinding[] {
  if (!rule.needs_consent || !rule.on_the_day) return []
  return [
    {
      path: ['absence', 'reasons', reason, 'needs_consent'],
      message: `\`${reason}\` vraagt toestemming vooraf en geldt toch alleen op de dag zelf.`,
      advice: 'Haal `needs_consent` of `on_the_day` weg.',
    },
  ]
}

/** 'other' is what is on no list; as a rule it would make every unknown reason valid. */
function otherListed(contract: Contract): ContractFinding[] {
  if (!contract.absence.reasons.other) return []
  return [
    {
      path: ['absence', 'reasons', 'other'],
      message: '`other` is de reden die op geen lijst staat; met een regel zou elke reden geldig zijn.',
      advice: 'Haal `other` weg; `open_list: true` zorgt dat een mens zulke redenen weegt.',
    },
  ]
}

/** A photo is kept only while proof is awaited: where no reason asks for any, it never would be. */
function photoOfNothing({ absence }: Contract): ContractFinding[] {
  if (!absence.proof_photo || Object.values(absence.reasons).some(({ proof }) => proof)) return []
  return [
    {
      path: ['absence', 'proof_photo'],
      message: 'Een foto van het bewijs mag, maar geen enkele reden vraagt bewijs.',
      advice: 'Haal `proof_photo` weg, of zet `proof: true` bij de redenen die bewijs vragen.',
    },
  ]
}

export function checkAbsence(contract: Contract): ContractFinding[] {
  const perReason = absenceReasons.flatMap((reason) => {
    const rule = contract.absence.reasons[reason]
    return rule ? [...maximumWithoutConsent(reason, rule), ...consentOnTheDay(reason, rule)] : []
  })
  return [...perReason, ...otherListed(contract), ...photoOfNothing(contract)]
}
