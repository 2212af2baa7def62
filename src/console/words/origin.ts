import { formFields, type FormField } from '#src/domain/contract/contract.ts'
import type { ProposedReferral } from '#src/domain/proposed-referral.ts'
import { questionsAbout } from '#src/services/draft-reply.ts'
import { lineWith } from '../marked-text.ts'
import type { Origin } from '../pages/fields.ts'
import type { ReadableMail } from '../parts.ts'
import { fieldOfLabel, type ReferralField } from '../referral-form.ts'

/** Several values of one field are kept behind each other. */
export const sourceWords = (source: string): string[] => source.split(/ \| |\n/).filter((words) => words.trim() !== '')

const quoted = (words: string): string => `“${words}”`

/** The line of the mail, or of one of its attachments, in which the words stand; else the words. */
function whereItStands(words: string, mail: ReadableMail | undefined): string {
  const line = mail && lineWith(mail.text, words)
  if (line !== undefined) return `in de mail: ${quoted(line)}`
  for (const { name, text = '' } of mail?.attachments ?? []) {
    const found = lineWith(text, words)
    if (found !== undefined) return `in ${name || 'een bijlage'}: ${quoted(found)}`
  }
  return `in de mail: ${quoted(words.length > longestQuote ? `${words.slice(0, longestQuote)} ...` : words)}`
}

const longestQuote = 120

const likelyWords = {
  other_words: 'het kopje staat er anders dan wij het kennen.',
  sentence: 'dit komt uit een zin, niet uit een formulier.',
} as const

/** What stands behind one label, laid beside what stood behind another of the same field. */
function originOf(label: FormField, proposal: ProposedReferral, mail: ReadableMail | undefined, other: Origin): Origin {
  const said = sourceWords(proposal.sources[label] ?? '').map((words) => whereItStands(words, mail))
  const words = [...new Set([...(other.words === undefined ? [] : [other.words]), ...said])].join('; ')
  const doubt = proposal.doubtful?.[label] ?? other.doubt
  const by = proposal.likely?.[label]
  const likely = doubt === undefined ? (by === undefined ? other.likely : likelyWords[by]) : undefined
  return {
    ...(words === '' ? {} : { words }),
    ...(doubt === undefined ? {} : { doubt }),
    ...(likely === undefined ? {} : { likely }),
  }
}

/** What the mail says of each field of the form: where it stands, whether it is in doubt, and whether it is not there at all. */
export function originsOf(
  proposal: ProposedReferral,
  mail: ReadableMail | undefined,
): Readonly<Partial<Record<ReferralField, Origin>>> {
  const origins: Partial<Record<ReferralField, Origin>> = {}
  const said = formFields.filter((label) => proposal.sources[label] ?? proposal.doubtful?.[label])
  for (const label of said) {
    const field = fieldOfLabel[label]
    origins[field] = originOf(label, proposal, mail, origins[field] ?? {})
  }
  for (const label of questionsAbout(proposal).missing)
    origins[fieldOfLabel[label]] ??= { words: 'niet gevonden in de mail' }
  return origins
}
