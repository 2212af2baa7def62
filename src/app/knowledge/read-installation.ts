import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { parse, YAMLParseError } from 'yaml'
import type { z } from 'zod'
import { Installation } from '#src/domain/installation.ts'

export interface InstallationSeed {
  readonly installation: Installation
  readonly hash: string
}

/** Reads `config/installation.yaml`. Throws one sentence in Dutch per mistake, with where it stands. */
export async function readInstallation(file: string): Promise<InstallationSeed> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`${file} is niet te lezen: controleer of het bestand bestaat.`)
  })
  const parsed = Installation.safeParse(parseYaml(file, text))
  if (!parsed.success) throw new Error(`${file} klopt niet:\n${explain(parsed.error)}`)
  checkReferences(file, parsed.data)
  return { installation: parsed.data, hash: createHash('sha256').update(text).digest('hex') }
}

function parseYaml(file: string, text: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    const line = error instanceof YAMLParseError ? ` (regel ${String(error.linePos?.[0].line ?? '?')})` : ''
    throw new Error(`${file} is geen goede YAML${line}: herstel de opmaak.`)
  }
}

const explain = (error: z.ZodError): string =>
  error.issues.map((issue) => `  ${issue.path.join('.') || 'bestand'}: ${issue.message}`).join('\n')

function checkReferences(file: string, { places, coaches }: Installation): void {
  const known = new Set(places.map((place) => place.id))
  const wrong = coaches.flatMap((coach) =>
    coach.hours.filter((hours) => !known.has(hours.place)).map((hours) => `${coach.id}: ${hours.place}`),
  )
  if (wrong.length > 0)
    throw new Error(
      `${file}: deze plaatsen bestaan niet: ${wrong.join(', ')}. Zet ze onder places, of herstel de naam.`,
    )
}

/** A contract without a text: every mail of that municipality would wait, with a reason that is not the real one. */
export function demandContracts(file: string, { contracts }: Installation, known: ReadonlySet<string>): void {
  const missing = contracts.map(({ id }) => id).filter((id) => !known.has(id))
  if (missing.length > 0)
    throw new Error(
      `${file}: bij deze contracten hoort geen bestand: ${missing.map((id) => `${id} (contracts/${id}.yaml)`).join(', ')}. Zet het bestand erbij, of haal de regel onder contracts weg.`,
    )
}
