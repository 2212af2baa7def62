import type { Hono } from 'hono'
import { shownChoices } from '#src/conversation/shown-choices.ts'
import { languageInDutch } from '#src/domain/values/language.ts'
import { languagePage } from '../pages/texts/language.ts'
import { languagesPage } from '../pages/texts/languages.ts'
import type { ConsoleParts } from '../parts.ts'
import type { Shell } from '../shell.ts'

export function textRoutes(app: Hono, { verb: { knowledge } }: ConsoleParts, { show, missing }: Shell): void {
  app.get('/teksten', (c) => show(c, { title: 'Talen en teksten', body: languagesPage(knowledge) }))

  app.get('/teksten/:taal', (c) => {
    const { languages, flows } = knowledge
    const state = languages.find(({ language }) => language === c.req.param('taal'))
    const dutch = languages.find(({ language }) => language === 'nl')
    if (!state || !dutch) return missing(c)
    const choices = shownChoices(flows.current.flow, state.language)
    const title = `Teksten in het ${languageInDutch[state.language]}`
    return show(c, { title, body: languagePage({ state, dutch, choices }) })
  })
}
