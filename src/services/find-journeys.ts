import { parseClientNumber } from '#src/domain/values/client-number.ts'
import type { PersonName } from '#src/domain/values/person-name.ts'
import { parsePhoneNumber } from '#src/domain/values/phone-number.ts'
import { parseReference } from '#src/domain/values/reference.ts'
import { plainWords } from '#src/domain/values/plain-words.ts'
import type {
  JourneyCard,
  JourneySearch,
  LedgerLine,
  Overview,
  Page,
  PageQuestion,
  StrayMessage,
} from './ports/overview.ts'

/** Whether every word that was typed begins a word of the name: half-typed is enough, in any order. */
function nameMatches(typed: string): (name: PersonName) => boolean {
  const parts = plainWords(typed)
  return ({ full }) => {
    const words = plainWords(full)
    return parts.length > 0 && parts.every((part) => words.some((word) => word.startsWith(part)))
  }
}

/** Whether a name has the same words, however it is written. */
export function isSameName(one: PersonName): (name: PersonName) => boolean {
  const words = plainWords(one.full).toSorted().join(' ')
  return ({ full }) => plainWords(full).toSorted().join(' ') === words
}

/** What a text may mean, the most exact first. A text can be two things: '12345' is a client number, or the start of a phone number. */
function meaningsOf(text: string): JourneySearch[] {
  const reference = parseReference(text)
  const phone = parsePhoneNumber(text)
  const clientNumber = parseClientNumber(text)
  return [
    ...(reference ? [{ kind: 'reference', value: reference } as const] : []),
    ...(phone ? [{ kind: 'phone', value: phone } as const] : []),
    ...(clientNumber ? [{ kind: 'client_number', value: clientNumber } as const] : []),
    { kind: 'name', matches: nameMatches(text) },
  ]
}

/** What has a reference and is no journey (yet). */
export interface ByReference {
  readonly mail?: LedgerLine
  readonly stray?: StrayMessage
}

/** Every mail of ours that says 'search this reference' must lead somewhere: to a mail that waits, or a message of an unknown number. */
export async function findByReference(
  overview: Pick<Overview, 'mailByReference' | 'strayMessage'>,
  text: string,
): Promise<ByReference> {
  const reference = parseReference(text)
  if (!reference) return {}
  const mail = await overview.mailByReference(reference)
  const stray = await overview.strayMessage(reference)
  return { ...(mail ? { mail } : {}), ...(stray ? { stray } : {}) }
}

/** Looks a person up by what somebody typed: a reference, a phone number, a client number, or (part of) a name. */
export async function findJourneys(
  overview: Pick<Overview, 'journeys'>,
  text: string,
  question: PageQuestion,
): Promise<Page<JourneyCard>> {
  for (const search of meaningsOf(text)) {
    const found = await overview.journeys(search, question)
    if (found.total > 0) return found
  }
  return { rows: [], total: 0 }
}
