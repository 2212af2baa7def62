/** The things that have an identifier of their own. */
export type Identified = 'journey' | 'participant' | 'attendance' | 'mail' | 'outgoing' | 'inbound'

/**
 * Identifiers are UUIDs (version 7) from an injected source; the type says what of, so that a journey's id never fits where a
 * participant's is asked.
 */
export type Id<Of extends Identified> = string & { readonly __idOf: Of }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const isId = (text: string): boolean => uuid.test(text)

/** Throws on anything that is no UUID: an id that was typed or cut off must not silently match nothing. */
export function asId<Of extends Identified>(text: string): Id<Of> {
  if (!isId(text)) throw new TypeError('this is not an identifier of ours')
  return text as Id<Of> // the pattern above is all that an identifier is
}
