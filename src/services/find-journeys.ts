import { parseClientNumber } from '#src/domain/values/client-number.ts'
import type { PersonName } from '#src/domain/values/person-name.ts'
import { parsePhoneNumber } from '#src/domain/values/phone-number.ts'
import { parseReference } from '#src/domain/values/reference.ts'
import type { JourneyCard, JourneySearch, Overview, Page, PageQuestion } from './ports/overview.ts'

/** Small letters without accents, in words: 'Çelik-El Amrani' is found by 'celik' and by 'amrani'. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\d]+/gu) ?? []

/** Whether every word that was typed begins a word of the name: half-typed is enough, in any order. */
function nameMatches(typed: string): (name: PersonName) => boolean {
  const parts = wordsOf(typed)
  return ({ full }) => {
    const words = wordsOf(full)
    return parts.length > 0 && parts.every((part) => words.some((word) => word.startsWith(part)))
  }
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
