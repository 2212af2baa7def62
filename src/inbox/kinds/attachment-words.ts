import type { RefusedWhy, UnreadableWhy } from '../attachments/attachment-reading.ts'
import type { ReadAttachment } from '../redaction.ts'

/** Why an attachment was not read and what to do, in Dutch. Its name is left out: it may name a person. */
export const attachmentWords = ({ reading }: ReadAttachment): string | undefined => {
  switch (reading.kind) {
    case 'unreadable':
      return unreadable[reading.why]
    case 'refused':
      return refused[reading.why]
    case 'no_text':
      return 'Een bijlage is een scan of een leeg document: er staat geen tekst in die te lezen is. Bekijk de bijlage, en voer de gegevens zelf in.'
    case 'image':
      return 'Een bijlage is een afbeelding; die is niet gelezen. Bekijk de bijlage, en voer de gegevens zelf in.'
    case 'mail':
      return 'Bij de mail zit een andere mail als bijlage; die is niet gelezen. Bekijk de bijlage, en voer de gegevens zelf in.'
    case 'text':
    case 'calendar':
    case 'signature':
      return undefined
  }
}

const unreadable: Readonly<Record<UnreadableWhy, string>> = {
  password:
    'Een bijlage is met een wachtwoord beveiligd en niet te lezen. Vraag de consulent om hem zonder wachtwoord te sturen, via de beveiligde dienst. Vraag nooit om het wachtwoord per mail.',
  broken: 'Een bijlage is beschadigd en niet te lezen. Vraag de consulent om hem opnieuw te sturen.',
  too_large: 'Een bijlage is te groot om te lezen. Bekijk hem in de mailbox, of vraag de consulent om een kleinere.',
  outlook:
    'Bij de mail zit een winmail.dat. Daarin verpakt Outlook wat de consulent meestuurde; die is hier niet te openen. Vraag de consulent om de mail opnieuw te sturen als gewone tekst of HTML, met de bijlagen los erbij.',
  inside_signature:
    'Deze mail is digitaal ondertekend op een manier (smime.p7m) die hier niet te openen is. Hij is niet versleuteld: open hem in de mailbox, en voer de gegevens zelf in. Of vraag de consulent om hem zonder die handtekening te sturen, via de beveiligde dienst.',
  not_scanned:
    'Een bijlage is niet geopend, want de virusscanner antwoordt niet. Bekijk de mail hier opnieuw als de scanner weer werkt. Werkt hij over een uur nog niet, vraag de consulent dan om een tekst in de mail.',
  too_large_to_scan:
    'Een bijlage is niet geopend, want hij is te groot voor de virusscanner. Vraag de consulent om een kleinere.',
}

const refused: Readonly<Record<RefusedWhy, string>> = {
  malware: 'De virusscanner vond iets in een bijlage. Die is niet geopend. Open hem ook zelf niet.',
  macros: 'Een bijlage bevat macro’s en is niet geopend. Vraag de consulent om een gewone PDF of een tekst in de mail.',
  active_content:
    'Een bijlage bevat een programma en is niet geopend. Vraag de consulent om een gewone PDF of een tekst in de mail.',
  archive:
    'Een bijlage is een ingepakt bestand (zip) en is niet geopend. Vraag de consulent om de bestanden los te sturen.',
  executable: 'Een bijlage is een programma en is niet geopend. Open het ook zelf niet.',
  unknown_type:
    'Een bijlage is van een soort die niet wordt gelezen. Vraag de consulent om een PDF of een tekst in de mail.',
  other_type_than_named: 'Een bijlage is iets anders dan de naam zegt en is niet geopend. Open hem ook zelf niet.',
}

export const readAttachmentsWords = (attachments: readonly ReadAttachment[]): string =>
  [...new Set(attachments.flatMap((attachment) => attachmentWords(attachment) ?? []))].join(' ')
