/** A mail address as it can be written to: small letters, ASCII, at most 254 characters. Made by `parseEmailAddress`. */
export type EmailAddress = string & { readonly __brand: 'EmailAddress' }

// Quoted local parts and address literals are legal and never meant: taking them in opens ways to hide a second address.
const local = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/

/** Takes an address alone, also as '<a@b.example>' or 'mailto:a@b.example'; undefined for anything else. */
export function parseEmailAddress(text: string): EmailAddress | undefined {
  const address = text
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .replace(/^mailto:/i, '')
    .toLowerCase()
  const at = address.lastIndexOf('@')
  const fits = at <= 64 && address.length <= 254
  const valid = fits && local.test(address.slice(0, Math.max(at, 0))) && domain.test(address.slice(at + 1))
  return valid ? (address as EmailAddress) : undefined // checked above
}

export const domainOf = (address: EmailAddress): string => address.slice(address.lastIndexOf('@') + 1)
