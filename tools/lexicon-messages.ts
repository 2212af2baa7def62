import type { MessageIntent, Situation } from '#src/conversation/understanding/assessment.ts'
import type { Entry, Meaning } from '#src/conversation/understanding/lexicon.ts'
import type { LabelledMessage } from '../test/conversation/evaluation/labelled.ts'
import { writtenLexicons } from './lexicons.ts'

/** What a phrase means when it is all that is said, and after which question; what depends on more is left out. */
const plainly: Partial<Record<Meaning, readonly [MessageIntent, Situation]>> = {
  crisis: ['crisis', 'idle'],
  abuse: ['abuse', 'reminded'],
  stop: ['stop', 'idle'],
  wrong_number: ['wrong_number', 'invited'],
  complaint: ['complaint', 'idle'],
  person: ['human', 'invited'],
  other_time: ['reschedule', 'invited'],
  late: ['running_late', 'day_of'],
  proof: ['proof_sent', 'asked_proof'],
  language: ['other_language_request', 'invited'],
  question: ['question', 'invited'],
  confirm: ['confirm', 'invited'],
  yes: ['confirm', 'reminded'],
  no: ['decline_no_reason', 'invited'],
  thanks: ['thanks_or_chitchat', 'idle'],
}

const perEntry = 14

/** Evenly taken, so that all of a long list is heard. */
const some = <T>(all: readonly T[]): T[] => {
  const step = Math.max(1, all.length / perEntry)
  return all.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step))
}

/** The words of a phrase: of what may be said in several ways another one each time, and what is optional now and then. */
function wordsOf(phrase: string, turn: number): string {
  return phrase
    .split(' ')
    .filter((part, at) => part !== '|' && part !== '*' && (!part.startsWith('?') || (turn + at) % 2 === 0))
    .map((part, at) => {
      const choices = part.replace('?', '').split('/')
      return choices[(turn * 7 + at) % choices.length]?.replace(/[~_]/g, '') ?? ''
    })
    .join(' ')
}

const sampleOf = (code: string, entry: Entry, text: string, at: number): LabelledMessage[] => {
  const absence: readonly [MessageIntent, Situation] = entry.reason
    ? ['afmelding', at % 2 === 0 ? 'invited' : 'asked_reason']
    : ['decline_no_reason', 'invited']
  const said = entry.means === 'absence' ? absence : plainly[entry.means]
  if (!said) return []
  const [intent, context] = said
  const expect = { intent, reason: entry.reason ?? null, when: null, language: code, act: 'act' as const }
  return [
    { id: `${code}-lexicon`, context, text, lang: code, today: '2026-02-24', appointment: '2026-03-03T10:00', expect },
  ]
}

/** Phrases of the lexicons as messages, so that what is said plainly is learned as well as what is hard. */
export function lexiconMessages(): LabelledMessage[] {
  return writtenLexicons.flatMap(({ code, entries }) =>
    entries.flatMap((entry) =>
      [...some(entry.sure ?? []), ...some(entry.whole ?? []), ...some(entry.likely ?? [])].flatMap((phrase, at) =>
        sampleOf(code, entry, wordsOf(phrase, at), at),
      ),
    ),
  )
}
