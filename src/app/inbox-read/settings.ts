import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import { StandingSentences } from '#src/domain/installation.ts'
import { Refusal } from '../runtime/stop-reason.ts'

const domain = z.string().regex(/^[^@\s/]+\.[^@\s/]+$/, 'schrijf een maildomein als gemeente.example')
const address = z.email('schrijf een mailadres als aanmelding@aanbieder.example')

/** Whose mail is believed when files are read: see docs/operating/mails-lezen.md. */
const InboxSettings = z.strictObject({
  authserv_id: z
    .string()
    .min(1)
    .optional()
    .describe('De naam waarmee onze eigen ontvangende server Authentication-Results schrijft.'),
  own: z
    .strictObject({ addresses: z.array(address).default([]), domains: z.array(domain).default([]) })
    .default({ addresses: [], domains: [] })
    .describe('Onze eigen adressen en maildomeinen.'),
  contracts: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        municipality: z.string().min(2).optional(),
        domains: z.array(domain).min(1),
        addresses: z.array(address).default([]),
        own_sentences_wait: z.boolean().default(true),
        standing_sentences: StandingSentences.default([]),
      }),
    )
    .default([])
    .describe(
      'Per contract de maildomeinen van de gemeente. Heeft het id een bestand in contracts/, dan gelden ook die woorden.',
    ),
})
export type InboxSettings = z.infer<typeof InboxSettings>

const wrong = (file: string, what: string): Refusal => new Refusal(`${file} is niet te gebruiken: ${what}`)

const textOf = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8')
  } catch {
    throw wrong(file, 'het bestand is er niet of mag niet gelezen worden.')
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'tekst',
  boolean: 'true of false',
  array: 'een lijst',
  object: 'een blok met namen',
}

const inDutch = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${issue.keys.map((key) => `'${key}'`).join(' en ')} kennen wij niet. Kijk of het goed gespeld is.`
    case 'invalid_type':
      return `hier hoort ${kinds[issue.expected] ?? 'iets anders'}.`
    case 'too_small':
      return `dit moet er zijn, met minstens ${String(issue.minimum)} ${issue.origin === 'array' ? 'regel(s)' : 'teken(s)'}.`
    case 'invalid_format':
      return issue.message
    default:
      return 'dit is niet goed ingevuld.'
  }
}

/** @throws Refusal, with every problem in one list. */
export async function readSettings(file: string): Promise<InboxSettings> {
  const text = await textOf(file)
  let written: unknown
  try {
    written = parse(text)
  } catch {
    throw wrong(file, 'het is geen YAML.')
  }
  const checked = InboxSettings.safeParse(written ?? {})
  if (checked.success) return checked.data
  const problems = checked.error.issues.map((issue) => `  ${issue.path.join('.') || 'bestand'}: ${inDutch(issue)}`)
  throw wrong(file, `\n${problems.join('\n')}`)
}
