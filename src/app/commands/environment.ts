import { readConfig, type Config, type Secrets } from '../config/config.ts'
import { readEnvironment } from '../config/env.ts'
import { exitCodes, Refusal } from '../runtime/stop-reason.ts'

/** The configuration, or a refusal with everything that is wrong in it. */
export function configured(): { readonly config: Config; readonly secrets: Secrets } {
  const reading = readConfig(readEnvironment())
  if (reading.ok) return reading
  const list = reading.problems.map((problem) => `  - ${problem}`).join('\n')
  throw new Refusal(
    `De instellingen kloppen niet:\n${list}\n.env.example noemt iedere instelling en wat zij doet.`,
    exitCodes.configuration,
  )
}
