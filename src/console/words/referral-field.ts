import type { ReferralField } from '../referral-form.ts'

/** What the fields of a referral are called on the page. */
export const fieldWords: Readonly<Record<ReferralField, string>> = {
  contract: 'Contract',
  naam: 'Naam',
  klantnummer: 'Klantnummer',
  telefoon: 'Telefoon',
  email: 'E-mail',
  geboortedatum: 'Geboortedatum',
  taal: 'Taal van de berichten',
  anderetaal: 'Andere taal',
  tolk: 'Er is een tolk nodig',
  consulent: 'Naam van de consulent',
  consulentmail: 'E-mail van de consulent',
  product: 'Product of traject',
  risico: 'Risico op uitval',
  opmerkingen: 'Opmerkingen',
}
