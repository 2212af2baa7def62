import { consulentWords, othersWords, participantWords, peopleAround } from './role-words.ts'
import { foldLabel } from './fold-label.ts'

/** Whom a part of a form is about. 'Naam' and 'Telefoon' below 'Gegevens klantmanager' are not the participant's. */
export type Section = 'participant' | 'consulent' | 'other'

/** 'Gegevens van de klant', '2. Contactgegevens consulent', 'Over de verwijzer'. Undefined when the line is no such heading. */
export const sectionOfHeading = (line: string): Section | undefined => {
  if (line.length > longestHeading) return undefined
  const [, before = '', behind = ''] = heading.exec(line.trim()) ?? []
  return before === '' && behind === '' ? undefined : sectionOfRole(before === '' ? behind : before)
}

/** A role that stands alone above other labels ('Consulent:') heads a part of the form too. */
export const sectionOfRole = (role: string): Section | undefined => roles.get(foldLabel(role))

const longestHeading = 60
const marker = '(?:(?:contact|persoons|klant|algemene |overige )?gegevens|informatie|over)'
const start = '(?:(?:deel|blok|onderdeel|stap|rubriek|sectie)\\s*)?(?:[0-9]{1,2}|[a-z](?=[.): ]))?[.):]?\\s*[-–—]?\\s*'
/** The role behind 'gegevens (van de)', or before it. */
const heading = new RegExp(
  `^${start}(?:${marker}\\s*(?:[-–—:]|van|over|betreffende)?\\s*(?:de |het |een )?([^:]{3,40}?)|([^:]{3,40}?)\\s?gegevens)\\s*:?$`,
  'i',
)

const withSection = (words: readonly string[], section: Section): [string, Section][] =>
  words.map((word) => [foldLabel(word), section])

const roles = new Map<string, Section>([
  ...withSection([...peopleAround, ...othersWords], 'other'),
  ...withSection(['tolk', 'derden', 'netwerk', 'naasten', 'gezin', 'gezinsleden', 'opdrachtnemer'], 'other'),
  ...withSection(consulentWords, 'consulent'),
  ...withSection(
    [
      'gemeente',
      'opdrachtgever',
      'verwijzende instantie',
      'verwijzende gemeente',
      'verwijzende organisatie',
      'verwijzing',
      'aanmeldende gemeente',
      'aanmeldende instantie',
      'afzender',
      'melder',
      'indiener',
      'uzelf',
      'uw',
      'contactpersonen',
    ],
    'consulent',
  ),
  ...withSection(participantWords, 'participant'),
  ...withSection(['persoons', 'persoonlijke', 'aan te melden persoon', 'aangemelde persoon', 'u'], 'participant'),
])
