import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { demandGoodFlow } from '#src/app/texts/demand-good-flow.ts'
import { readFlow, readTemplates } from '#src/app/texts/read-texts.ts'
import type { ConversationFacts } from '#src/conversation/facts.ts'
import { createTemplates } from '#src/conversation/template.ts'

const root = join(import.meta.dirname, '../..')

export const paths = {
  flow: join(root, 'flows/intake.yaml'),
  templates: join(root, 'templates'),
  dialogues: join(root, 'flows/intake.dialogues.yaml'),
  flows: join(root, 'flows'),
}

/** The flow and the texts as they go out. */
export const texts = {
  flow: await readFlow(paths.flow),
  templates: createTemplates(await readTemplates(paths.templates)),
}
demandGoodFlow(paths.flow, texts.flow, texts.templates)

export const now = Temporal.Instant.from('2026-03-02T09:00:00Z')

export type FactsSample = Partial<
  Pick<ConversationFacts, 'appointment' | 'noShowOpen' | 'language' | 'answers' | 'wantsPhoto'>
> & {
  readonly closedUntil?: string
}

export function facts({
  appointment = 'planned',
  noShowOpen = false,
  language = 'nl',
  closedUntil,
  wantsPhoto = false,
  answers = {
    bring: 'Neem uw identiteitskaart of paspoort mee, en de brief van de gemeente.',
    content: 'U praat een uur met uw coach. U maakt kennis, en vertelt wat u kunt en wilt.',
  },
}: FactsSample = {}): ConversationFacts {
  const planned = {
    day: language === 'nl' ? 'woensdag 30 september' : 'Wednesday 30 September',
    time: '10:30',
    place: 'Buurthuis De Wilgenhoek',
    address: 'Burgemeester van Oostendorplaan 112, Lansingerdam',
    coach: 'Anne-Fleur van der Veenstra',
  }
  return {
    language,
    words: {
      first_name: 'Muhammad-Yusuf',
      provider: 'Stichting Werkkracht Midden',
      provider_phone: '010 123 45 67',
      consulent: 'inburgeringsconsulent',
      office_hours: '09:00-17:00',
      opening: () => ({ text: 'open_later', day: planned.day, time: '09:00' }),
      ...(appointment === 'none' ? {} : { appointment: planned }),
    },
    appointment,
    noShowOpen,
    wantsPhoto,
    closedUntil: () => closedUntil,
    answers,
  }
}
