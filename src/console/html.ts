import { html } from 'hono/html'
import { isId } from '#src/domain/values/id.ts'
import type { PhoneNumber } from '#src/domain/values/phone-number.ts'

/** Pages are made with this only: it escapes all that is put in. */
export { html }

export type Html = ReturnType<typeof html>

/** Nothing, where a part of a page may be left out. */
export const none = undefined

/** The words that stand in our addresses; everything else in one is an identifier, so that no name or number ever gets into it. */
const word = /^[a-z-]{1,30}$/
const assetName = /^[a-z]+\.[0-9a-f]{8,64}\.[a-z]+$/

/**
 * An address of our own, out of fixed words and identifiers, with a page number at most. Every dynamic `href` and `action` is made here.
 * Throws on anything else: what is not one of these does not belong in an address bar or a log.
 */
export function href(segments: readonly string[], query: Readonly<Record<string, string | number>> = {}): string {
  const wrong = segments.some((segment) => !word.test(segment) && !isId(segment) && !assetName.test(segment))
  const values = Object.entries(query)
  if (wrong || values.some(([, value]) => typeof value === 'string' && !word.test(value)))
    throw new TypeError('an address of the console holds only words of ours and identifiers')
  const search = new URLSearchParams(values.map(([name, value]): [string, string] => [name, String(value)])).toString()
  return `/${segments.join('/')}${search === '' ? '' : `?${search}`}`
}

/** To a place on the same page. Throws on what is no name of ours for a place. */
export function anchor(place: string): string {
  if (!word.test(place)) throw new TypeError('a place on a page of the console has a name in small letters')
  return `#${place}`
}

/** What a phone or a computer with a phone dials; the number was checked when it was made. */
export const telephone = (number: PhoneNumber): string => `tel:${number}`
