import type { Temporal } from 'temporal-polyfill'
import { step } from '#src/conversation/engine.ts'
import type { ConversationFacts } from '#src/conversation/facts.ts'
import type { Effect, Input, Understood } from '#src/conversation/session.ts'
import type { Installation } from '#src/domain/installation.ts'
import { ourLanguages, type Language } from '#src/domain/values/language.ts'
import type { Knowledge } from './knowledge.ts'

/** Of whom nothing is known: a text that needs a word about a participant cannot be filled, so that nothing personal can be in it. */
const strangerFacts = (language: Language, { provider }: Installation): ConversationFacts => ({
  language,
  words: { first_name: '', provider: provider.name, provider_phone: provider.phone, consulent: '', office_hours: '' },
  appointment: 'none',
  noShowOpen: false,
})

/** Steps in one turn; no flow needs more to say one thing. */
const mostSteps = 8

const heard = (effects: readonly Effect[]): Input | undefined => {
  const asked = effects.find((effect) => effect.type === 'do')
  return asked && { type: 'outcome', commandId: asked.id, outcome: { kind: 'done' } }
}

/** What the flow says to this message, of somebody of whom nothing is known, when all that it asks for is done. */
export function saidToStranger(
  understood: Understood,
  { language, now }: { readonly language: Language; readonly now: Temporal.Instant },
  { flows, templates, installation }: Pick<Knowledge, 'flows' | 'templates' | 'installation'>,
): string[] {
  const facts = strangerFacts(language, installation)
  const world = { flow: flows.current, facts, now }
  const said: string[] = []
  let input: Input | undefined = { type: 'message', understood }
  let session: Parameters<typeof step>[0]
  for (let n = 0; n < mostSteps && input; n++) {
    const result = step(session, input, world)
    for (const effect of result.effects)
      if (effect.type === 'say') said.push(templates.render(language, effect.template, facts, effect.options))
    session = result.session
    input = heard(result.effects)
  }
  return said
}

/** What is answered to a number that says not who writes. */
const answered = ['crisis', 'stop', 'start_again'] as const

/** Throws, naming the text and the word, when one of these texts needs to know who is written to: found at the start, not in the night. */
export function demandTextsForStrangers(
  knowledge: Pick<Knowledge, 'flows' | 'templates' | 'installation'>,
  now: Temporal.Instant,
): void {
  for (const language of ourLanguages)
    for (const intent of answered) saidToStranger({ intent, confidence: 1 }, { language, now }, knowledge)
}
