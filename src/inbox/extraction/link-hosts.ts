import { decodeEntities } from './html-entities.ts'

/** The hosts of the links in a mail, lower case, each once. Parsed, never asked: a link may work only once, and it may be a trap. */
export const linkHosts = (text: string, html: string): string[] => {
  const written = text.slice(0, longest).match(plainLink) ?? []
  const linked = [...html.slice(0, longest).matchAll(attribute)].map(([, , address = '']) =>
    decodeEntities(address).trim(),
  )
  const hosts = [...linked, ...written].slice(0, mostLinks).flatMap((address) => hostOf(address) ?? [])
  return [...new Set(hosts)]
}

/** In characters, as much as is read of the text. */
const longest = 4_000_000
const mostLinks = 2000

const plainLink = /\bhttps?:\/\/[^\s<>"']{1,2000}/gi
const attribute = /\bhref\s*=\s*(["']?)\s*(https?:[^"'\s>]{1,2000})/gi

const hostOf = (address: string): string | undefined => {
  try {
    return new URL(address).hostname.toLowerCase().replace(/\.$/, '')
  } catch {
    return undefined
  }
}
