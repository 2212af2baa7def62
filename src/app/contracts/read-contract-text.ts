import { readFile } from 'node:fs/promises'
import { problemOfFile, type ContractProblem } from './contract-problem.ts'

/** Far above any contract (they are some 10 kB): what is larger was put there by mistake. */
const maximumBytes = 512 * 1024

type TextReading = { readonly text: string } | { readonly problem: ContractProblem }

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The text of one file, byte for byte, or why it cannot be read. `file` is its name as the reader knows it. */
export async function readContractText(fullPath: string, file: string): Promise<TextReading> {
  const problem = (message: string, advice: string): TextReading => ({ problem: problemOfFile(file, message, advice) })
  if (file.endsWith('.yml')) return problem('Een bestand op .yml wordt niet gelezen.', 'Hernoem het naar .yaml.')
  const bytes = await readFile(fullPath).catch(() => undefined)
  if (!bytes) return problem('Dit bestand is niet te lezen.', 'Controleer of het een gewoon, leesbaar bestand is.')
  if (bytes.length > maximumBytes)
    return problem('Dit bestand is te groot voor een contract.', 'Zet het contract terug.')
  const text = decode(bytes)
  return text === undefined ? problem('Dit bestand is geen UTF-8.', 'Sla het op als UTF-8.') : { text }
}
