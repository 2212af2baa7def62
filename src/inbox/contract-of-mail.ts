import type { EmailAddress } from '#src/domain/values/email-address.ts'
import { domainOfAddress } from './authenticity/mail-domain.ts'
import type { MailFacts } from './mail-reading.ts'

export type MailContract = MailFacts['contracts'][number]

export type ContractChoice =
  | { readonly kind: 'one'; readonly contract: MailContract }
  | { readonly kind: 'none'; readonly words: string }
  | { readonly kind: 'several'; readonly words: string }

/**
 * The contract of a mail: the one whose own receiving address it came to, else the one that lists the sender's domain. Two that fit,
 * or an address of one and a sender of another, is a question for a person: a participant must never end up with the wrong municipality.
 */
export const contractOfMail = (
  recipients: readonly string[],
  from: EmailAddress | undefined,
  facts: MailFacts,
): ContractChoice => {
  const byAddress = facts.contracts.filter((contract) => receives(contract, recipients))
  const bySender = from === undefined ? [] : facts.contracts.filter((contract) => listsDomainOf(contract, from))
  const [contract, ...others] = byAddress.length > 0 ? byAddress : bySender
  if (contract === undefined) return { kind: 'none', words: words.none }
  if (others.length > 0) return { kind: 'several', words: byAddress.length > 0 ? words.addresses : words.senders }
  if (bySender.length > 0 && !bySender.includes(contract)) return { kind: 'several', words: words.crossed }
  return { kind: 'one', contract }
}

/** Whether the address belongs to the contract's municipality: its domain is listed exactly. */
export const listsDomainOf = ({ domains }: MailContract, address: EmailAddress): boolean => {
  const domain = domainOfAddress(address)
  return domains.some((listed) => domainOfAddress(listed) === domain)
}

const receives = ({ addresses }: MailContract, recipients: readonly string[]): boolean =>
  addresses.some((own) => recipients.some((recipient) => sameAddress(own, recipient)))

const sameAddress = (one: string, other: string): boolean =>
  localPart(one) === localPart(other) && domainOfAddress(one) === domainOfAddress(other)

const localPart = (address: string): string =>
  address
    .slice(0, Math.max(0, address.lastIndexOf('@')))
    .trim()
    .toLowerCase()

const words = {
  none: 'Deze mail hoort bij geen enkel contract: het adres waarop hij binnenkwam en het maildomein van de afzender zijn niet bekend. Kies zelf het contract, of vraag de beheerder om het domein toe te voegen.',
  addresses: 'Deze mail kwam binnen op adressen van meer dan één contract. Kies zelf het contract.',
  senders: 'Het maildomein van de afzender hoort bij meer dan één contract. Kies zelf het contract.',
  crossed:
    'Deze mail kwam binnen op het adres van het ene contract, maar de afzender hoort bij een ander contract. Kies zelf het contract.',
} as const
