import type { FormField } from '#src/domain/contract/contract.ts'
import { isValue, ownSentences } from '../doubts/own-sentences.ts'
import { plain } from '../doubts/plain-sentences.ts'
import { numbersOf, says, wordsOf } from '../doubts/standing-sentences.ts'
import { readTexts } from '../extraction/field-reading.ts'
import { vocabularyOf } from '../extraction/vocabulary.ts'
import type { SeenMail } from './seen-mail.ts'

/**
 * The sentences of its own for which a referral waits, without case and accents; none when its contract lets those pass that we know to be
 * harmless. In what is attached too: the form may stand in the mail, and the letter beside it.
 */
export const ownSentencesIn = ({ mail, forms, contract, attachments }: SeenMail): readonly string[] => {
  if (contract === undefined || contract.ownSentencesWait === false) return []
  const attached = attachments.flatMap(({ reading }) => (reading.kind === 'text' ? [reading.text] : []))
  const written = forms.proposals.flatMap((proposal) =>
    namesAndNumbers.flatMap((field) => readTexts(proposal.written.get(field))),
  )
  return ownSentences([mail.text, mail.htmlText, ...attached], {
    vocabulary: vocabularyOf(contract.labels),
    words: new Set([contract.municipality ?? '', mail.fromName ?? '', ...written].flatMap(knownIn)),
  })
}

const namesAndNumbers: readonly FormField[] = [
  'name',
  'family_name',
  'given_name',
  'name_prefix',
  'client_number',
  'product',
  'municipality',
  'consulent_name',
]

/** Of a value that is none but a sentence nothing is known by that. */
const knownIn = (text: string): string[] =>
  isValue(plain(text)) ? [...wordsOf(plain(text)), ...numbersOf(plain(text))].filter((word) => !says(word)) : []
