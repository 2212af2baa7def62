import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { absenceReasons } from '#src/domain/contract/absence-reason.ts'
import { meanings, situations } from '#src/conversation/understanding/assessment.ts'
import type { IncomingMessage } from '#src/conversation/understanding/evidence.ts'

const Moment = z.union([z.string(), z.number(), z.object({ from: z.string(), to: z.string() }).partial(), z.null()])

/** One message with what it should be understood as; see labels.md. */
const Labelled = z.object({
  id: z.string(),
  context: z.enum(situations),
  text: z.string(),
  lang: z.string().optional(),
  today: z.string(),
  appointment: z.string().optional(),
  slots: z.array(z.string()).optional(),
  expect: z.object({
    intent: z.enum(meanings),
    reason: z.enum(absenceReasons).nullable(),
    when: Moment,
    language: z.string(),
    act: z.enum(['act', 'ask', 'person']),
  }),
})
export type LabelledMessage = z.infer<typeof Labelled>

/** `examples`: what rules are written on; `training`: what the weights are learned on besides; `held-out`: what is reported. */
export type Half = 'examples' | 'training' | 'held-out'

export function labelledMessages(half: Half): LabelledMessage[] {
  const folder = path.join(import.meta.dirname, half)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
    .map((line) => Labelled.parse(JSON.parse(line)))
}

/** The message as it comes in. */
export const incoming = ({ text, context, lang, today, appointment, slots }: LabelledMessage): IncomingMessage => ({
  text,
  situation: context,
  ...(lang === undefined ? {} : { language: lang }),
  today: Temporal.PlainDate.from(today),
  ...(appointment === undefined ? {} : { appointment: Temporal.PlainDateTime.from(appointment) }),
  ...(slots === undefined ? {} : { slots: slots.map((slot) => Temporal.PlainDateTime.from(slot)) }),
})
