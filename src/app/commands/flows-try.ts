import { createInterface } from 'node:readline/promises'
import { Temporal } from 'temporal-polyfill'
import { step } from '#src/conversation/engine.ts'
import type { ConversationFacts } from '#src/conversation/facts.ts'
import type { LoadedFlow } from '#src/conversation/loaded-flow.ts'
import {
  slotValueOf,
  type CommandOutcome,
  type ConversationCommand,
  type Effect,
  type Input,
  type Session,
} from '#src/conversation/session.ts'
import type { Templates } from '#src/conversation/template.ts'
import { readSent, type Sent } from '#src/conversation/understanding/read-sent.ts'
import { messageKinds } from '#src/domain/values/message-kind.ts'
import type { MessagePurpose } from '#src/domain/journey/message-purpose.ts'
import type { Language } from '#src/domain/values/language.ts'
import { zone } from '../zone.ts'
import { dayInWords, timeInWords } from '#src/services/words.ts'

const now = Temporal.Instant.from('2026-11-02T09:15+01:00')
const closes = Temporal.PlainDateTime.from('2026-11-02T17:00')
const planned = Temporal.PlainDateTime.from('2026-11-10T10:00')
const others = ['2026-11-11T13:00', '2026-11-12T09:30'].map((slot) => Temporal.PlainDateTime.from(slot))

export interface Attempt {
  readonly flow: LoadedFlow
  readonly templates: Pick<Templates, 'render'>
  readonly language: Language
  /** The message with which we begin. */
  readonly purpose: MessagePurpose
}

type Write = (line: string) => void

interface Standing {
  readonly session: Session | undefined
  readonly appointment: ConversationFacts['appointment']
  readonly startsAt: Temporal.PlainDateTime
}

const wordsOf = (at: Temporal.PlainDateTime, language: Language): { readonly day: string; readonly time: string } => {
  const instant = at.toZonedDateTime(zone).toInstant()
  return { day: dayInWords(instant, language, zone), time: timeInWords(instant, zone) }
}

const factsOf = ({ appointment, startsAt }: Standing, { language, purpose }: Attempt): ConversationFacts => ({
  language,
  words: {
    first_name: 'Fatima',
    provider: 'Werkwijzer',
    provider_phone: '010 123 45 67',
    consulent: 'werkconsulent',
    office_hours: '09:00-17:00',
    opening: () => ({ text: 'open_now', ...wordsOf(closes, language) }),
    appointment: {
      ...wordsOf(startsAt, language),
      place: 'Centrum',
      address: 'Stationsplein 1',
      coach: 'Samira Bakkali',
    },
  },
  appointment,
  noShowOpen: purpose === 'no_show_follow_up' && appointment === 'over',
})

const slotsByValue = new Map(others.map((at, index) => [slotValueOf(String(index + 1)), at]))

/** Everything works here, and the times on offer are always the same. */
function outcomeOf(command: ConversationCommand, language: Language): CommandOutcome {
  if (command.type !== 'offer_slots') return { kind: 'done' }
  const slots = [...slotsByValue].map(([value, at]) => {
    const { day, time } = wordsOf(at, language)
    return { value, label: `${day} ${time}` }
  })
  return { kind: 'done', slots }
}

/** What a command changes of what the conversation may know. */
function after(standing: Standing, command: ConversationCommand): Standing {
  switch (command.type) {
    case 'confirm':
      return { ...standing, appointment: 'confirmed' }
    case 'report_absence':
      return { ...standing, appointment: 'absent' }
    case 'pick_slot':
      return {
        ...standing,
        appointment: 'confirmed',
        startsAt: slotsByValue.get(slotValueOf(command.slot)) ?? standing.startsAt,
      }
    default:
      return standing
  }
}

const inWords = ({ command }: Extract<Effect, { type: 'do' }>): string => Object.values(command).join(' ')

/** One turn: what is to be done counts as done, and its outcome goes back in, until nothing is left to do. */
function turn(begun: Standing, first: Input, attempt: Attempt, write: Write): Standing {
  let standing = begun
  let input: Input | undefined = first
  while (input !== undefined) {
    const facts = factsOf(standing, attempt)
    const { session, effects } = step(standing.session, input, { flow: attempt.flow, facts, now })
    standing = { ...standing, session }
    input = undefined
    for (const effect of effects) {
      if (effect.type === 'say') {
        write(`\n${attempt.templates.render(attempt.language, effect.template, facts, effect.options)}`)
        continue
      }
      write(`  [doet: ${inWords(effect)}]`)
      standing = after(standing, effect.command)
      input = { type: 'outcome', commandId: effect.id, outcome: outcomeOf(effect.command, attempt.language) }
    }
  }
  return standing
}

/** '[voice]', '[photo] kijk': what is no text, with its caption. */
function typed(line: string): Sent {
  const [, name, caption = ''] = /^\[(\w+)\]\s*(.*)$/.exec(line.trim()) ?? []
  const kind = messageKinds.find((one) => one === name)
  return kind ? { kind, text: caption } : { kind: 'text', text: line }
}

/** `opkomst flows try`: the conversation alone, in the terminal. Nothing is stored, sent or planned. */
export async function tryFlow(attempt: Attempt, lines: AsyncIterable<string>, write: Write): Promise<void> {
  const { language, purpose } = attempt
  write(
    'U bent Fatima, de deelnemer. Typ wat u zou sturen, ook [voice], [photo] of [reaction] 👍; met Ctrl-D houdt u op. Er wordt niets bewaard of verstuurd.',
  )
  const appointment = purpose === 'no_show_follow_up' ? 'over' : 'planned'
  let standing = turn(
    { session: undefined, appointment, startsAt: planned },
    { type: 'start', purpose },
    attempt,
    write,
  )
  for await (const line of lines) {
    if (line.trim() === '') continue
    const understood = readSent(typed(line), {
      language,
      today: now.toZonedDateTimeISO(zone).toPlainDate(),
      asked: standing.session?.options ?? [],
      slots: slotsByValue,
      appointment: standing.startsAt,
    })
    const { intent, reason, choice, confidence } = understood
    write(`  [begrijpt: ${[intent, choice, reason].filter(Boolean).join(' ')}, ${confidence.toFixed(2)}]`)
    standing = turn(standing, { type: 'message', understood }, attempt, write)
    if (standing.session?.holder === 'person') write('  [een medewerker heeft het gesprek: de bot zwijgt]')
  }
}

export const typedLines = (): AsyncIterable<string> => createInterface({ input: process.stdin })
