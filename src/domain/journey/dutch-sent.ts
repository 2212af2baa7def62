import { languageInDutch, type Language } from '../values/language.ts'
import { accepted, type Decision, type Situation } from './decision.ts'
import { workdaysAfter } from './moments.ts'
import { openTask } from './open-task.ts'

/** Somebody was written to in Dutch who may not read it: a person looks whether they understood. Once in a journey, also when ticked off. */
export const reportDutchSent = ({ journey, rules, now }: Situation, language: Language): Decision =>
  accepted(
    ...openTask(journey, {
      kind: 'dutch_sent',
      about: journey.id,
      why: `De deelnemer spreekt ${languageInDutch[language]}. Die teksten heeft nog niemand goedgekeurd, of er ontbreekt er een. Daarom is Nederlands verstuurd. Bel of de deelnemer het begrijpt, zo nodig met een tolk.`,
      now,
      dueAt: workdaysAfter(now, 2, rules),
    }),
  )
