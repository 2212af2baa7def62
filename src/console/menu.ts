import { href, html, none, type Html } from './html.ts'
import type { ConsoleParts } from './parts.ts'

export type Section = 'vandaag' | 'aanmeldingen' | 'deelnemers' | 'mails' | 'berichten' | 'telefoon'

const sections: readonly { readonly section: Section; readonly path: readonly string[]; readonly words: string }[] = [
  { section: 'vandaag', path: [], words: 'Vandaag' },
  { section: 'aanmeldingen', path: ['aanmeldingen'], words: 'Aanmeldingen' },
  { section: 'deelnemers', path: ['deelnemers'], words: 'Deelnemers' },
  { section: 'mails', path: ['mails'], words: 'Mails' },
  { section: 'berichten', path: ['berichten'], words: 'Goedkeuren' },
  { section: 'telefoon', path: ['telefoon'], words: 'Telefoon' },
]

/** The menu, with the section that one is in. */
export const menu = (current: Section | undefined, shown: readonly Section[]): Html => html`
  <nav class="menu" aria-label="Hoofdmenu">
    <ul>
      ${sections
        .filter(({ section }) => shown.includes(section))
        .map(({ section, path, words }) => {
          const here = section === current ? html` aria-current="page"` : none
          return html`<li><a href="${href(path)}" ${here}>${words}</a></li>`
        })}
    </ul>
  </nav>
`

/** Which parts of the menu make sense here. */
export const sectionsOf = ({ simulator, sending }: ConsoleParts): Section[] => [
  'vandaag',
  'aanmeldingen',
  'deelnemers',
  'mails',
  ...(sending === 'approve' ? (['berichten'] as const) : []),
  ...(simulator ? (['telefoon'] as const) : []),
]
