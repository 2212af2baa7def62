import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { assess } from '#src/conversation/understanding/assess.ts'
import { situations } from '#src/conversation/understanding/assessment.ts'
import type { IncomingMessage } from '#src/conversation/understanding/evidence.ts'
import { zone } from '../zone.ts'
import { exitCodes } from '../runtime/stop-reason.ts'
import type { Output } from './output.ts'

const read = <T>(from: (text: string) => T) =>
  z.string().transform((text, context) => {
    try {
      return from(text)
    } catch {
      context.addIssue({ code: 'custom', message: 'geen datum of tijd' })
      return z.NEVER
    }
  })

const LocalMoment = read((text) => Temporal.PlainDateTime.from(text))

/** One line of what `opkomst understand` reads; see docs/operating/berichten-begrijpen.md. */
const Line = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  context: z.enum(situations).default('idle'),
  text: z.string(),
  lang: z.string().nullish(),
  today: read((text) => Temporal.PlainDate.from(text)).nullish(),
  appointment: LocalMoment.nullish(),
  slots: z.array(LocalMoment).nullish(),
})

const parsed = (line: string): z.infer<typeof Line> | string => {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return 'dit is geen JSON'
  }
  const result = Line.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  return `'${issue?.path.join('.') ?? ''}' klopt niet`
}

const messageOf = ({ context, text, lang, today, appointment, slots }: z.infer<typeof Line>): IncomingMessage => ({
  text,
  situation: context,
  today: today ?? Temporal.Now.plainDateISO(zone),
  ...(lang ? { language: lang } : {}),
  ...(appointment ? { appointment } : {}),
  ...(slots ? { slots } : {}),
})

/** Reads messages, one JSON object on a line, and says of each what it means. Exits 1 when a line could not be read; the others are answered. */
export async function understandCommand(out: Output, input: Readable): Promise<number> {
  let number = 0
  let wrong = 0
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1
    if (line.trim() === '') continue
    const message = parsed(line)
    if (typeof message === 'string') {
      wrong += 1
      out.problem(
        `Regel ${String(number)}: ${message}. Verwacht wordt {"id","context","text","lang"?,"today"?,"appointment"?,"slots"?}.`,
      )
      continue
    }
    out.json({ id: message.id ?? null, ...assess(messageOf(message)) })
  }
  return wrong === 0 ? exitCodes.good : exitCodes.wrong
}
