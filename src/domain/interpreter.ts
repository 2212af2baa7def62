import { languageInDutch, type Language } from './values/language.ts'

/** What is known of the languages of somebody who has to be spoken with; codes only, so that nothing that was written goes along. */
export interface Speech {
  /** What their message is written in, as far as it shows. */
  readonly writes?: Language
  /** By the referral. 'other': one that we have no texts in; which one is to be read in the console only. */
  readonly speaks?: Language | 'other'
  /** The referral asks for an interpreter. */
  readonly isAsked?: boolean
}

/** What only the message shows may be taken for another: Russian in Latin letters looks like Polish. */
const writtenWords = ({ writes = 'nl', speaks }: Speech): string[] => {
  if (writes === 'nl') return []
  return [`schrijft ${writes === speaks ? '' : 'zo te zien '}in het ${languageInDutch[writes]}`]
}

const spokenWords = ({ writes, speaks = 'nl' }: Speech): string[] => {
  if (speaks === 'other') return ['spreekt een andere taal (zie de console)']
  return speaks === 'nl' || speaks === writes ? [] : [`spreekt ${languageInDutch[speaks]}`]
}

/** Whether an interpreter may be needed, in one Dutch sentence for who is going to call; undefined: not that we know. */
export function interpreterWords(who: 'De deelnemer' | 'De schrijver', speech: Speech): string | undefined {
  const known = [...writtenWords(speech), ...spokenWords(speech)]
  if (known.length > 0) return `${who} ${known.join(' en ')}: een tolk kan nodig zijn.`
  return speech.isAsked ? 'De aanmelding vraagt om een tolk.' : undefined
}
