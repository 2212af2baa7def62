/** A contract file without any problem, as small as it gets; tests break one thing in it. */
export const sampleText = `id: voorbeeld
version: 1
title: Voorbeeld
client: gemeente Voorbeeld
words: { participant: deelnemer, consulent: werkconsulent }
office_hours: { from: '09:00', to: '17:00', basis: { house: een keuze van onszelf } }
sending_hours: { from: '08:00', to: '20:00', basis: { house: een keuze van onszelf } }
terms:
  invite_by: { within: { weeks: 1 }, basis: { clause: '9' } }
  intake_by:
    within: { workdays: 10 }
    basis: { clause: '11' }
  invitation_lead: { at_least: { workdays: 5 }, basis: { clause: '51' } }
  reminder_lead: { at_least: { workdays: 5 }, basis: { clause: '51' } }
  no_show_notice: { within: { workdays: 1 }, basis: { clause: '44' } }
  question_answer: { within: { workdays: 2 }, basis: { house: een keuze van onszelf } }
day_before_reminder: { at: '10:00', basis: { house: een keuze van onszelf } }
absence:
  open_list: true
  told_to_consulent: validity
  basis: { clause: '43' }
  reasons:
    illness: { proof: false, basis: { clause: '43' } }
    vacation: { proof: true, at_most: { days: 28 }, needs_consent: true, basis: { clause: '43' } }
no_show: { clock: appointment_start, basis: { house: een keuze van onszelf } }
calendar:
  bridge_days: ['2027-04-26']
  closing_days: ['2026-12-24']
  settled_days: { '2027-05-05': free }
form:
  labels:
    name: [naam]
    phone: [telefoon]
    client_number: [klantnummer]
`
