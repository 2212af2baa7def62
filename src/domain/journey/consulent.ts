import type { Command } from './command.ts'
import { accepted, type Decision, type Situation } from './decision.ts'
import { workdaysAfter } from './moments.ts'
import { openTask } from './open-task.ts'

type Heard = Extract<Command, { type: 'hear_consulent' }>

const wrote = 'De consulent stuurde een mail over dit traject.'
const corrects = 'De consulent mailt dat er iets verandert, of dat het niet doorgaat.'
const held = 'Opkomst begint geen gesprek met de deelnemer tot u het traject hervat.'
const over = 'Het traject is al afgesloten.'

function whyOf({ status }: Situation['journey'], { about, says }: Heard): string {
  if (about === 'reply') return [wrote, says].filter((part) => part !== undefined).join(' ')
  return [corrects, says, status === 'ended' ? over : held].filter((part) => part !== undefined).join(' ')
}

/**
 * The consulent mailed: a person reads it. A correction may say that the participant is not to be called up at all, so that nothing is
 * begun before somebody decided; what a person paused stays so, and after the end there is nothing to pause.
 */
export function hearConsulent(situation: Situation, heard: Heard): Decision {
  const { journey, rules, now } = situation
  const tasks = openTask(journey, {
    kind: heard.about === 'reply' ? 'consulent_wrote' : 'consulent_corrects',
    about: heard.occurrence,
    why: whyOf(journey, heard),
    now,
    dueAt: workdaysAfter(now, 1, rules),
  })
  const isNew = tasks.length > 0 && heard.about === 'correction' && journey.status === 'open'

  return accepted(...(isNew ? [{ type: 'journey_paused' } as const] : []), ...tasks)
}
