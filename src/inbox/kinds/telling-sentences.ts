import { isUnclearSubject, unclearSentences } from '../doubts/unclear-sentences.ts'
import { remarksIn } from '../forms-of-mail.ts'
import type { MailKind } from '#src/services/ports/mail-kind.ts'
import { doubtsOf } from './kind-of-mail.ts'
import { ownSentencesIn } from './own-sentences-in.ts'
import type { SeenMail } from './seen-mail.ts'

/** Of these the sentences decide whether somebody is called up. */
const readBySentence: ReadonlySet<MailKind> = new Set(['referral', 'correction', 'not_referral'])

/**
 * The sentences in a mail that a person should read before they decide, the most telling first; each without case and accents. For whoever
 * looks at the mail: what is done with it is decided elsewhere, and by the same sentences.
 */
export function tellingSentences(seen: SeenMail, kind: MailKind): readonly string[] {
  if (!readBySentence.has(kind)) return []
  const { subject, text, htmlText } = seen.mail
  const unclear = kind === 'referral' ? unclearSentences([text, htmlText, ...remarksIn(seen.forms)]) : []
  const own = kind === 'referral' ? ownSentencesIn(seen) : []
  const title = kind === 'referral' && isUnclearSubject(subject) ? [subject] : []
  return [...new Set([...doubtsOf(seen).map(({ said }) => said), ...title, ...unclear, ...own])].slice(0, mostSentences)
}

/** More would be half the mail. */
const mostSentences = 5
