import type { MessageKind } from '#src/domain/values/message-kind.ts'

/** What somebody sent that is no text, as a person reads of it: the thing itself is not kept. */
export const kindWords: Readonly<Record<Exclude<MessageKind, 'text'>, string>> = {
  voice: 'Spraakbericht',
  sticker: 'Plaatje (sticker)',
  location: 'Locatie',
  photo: 'Foto',
  video: 'Video',
  document: 'Document',
  contact: 'Contactkaart',
  reaction: 'Reactie op een bericht',
  other: 'Iets dat geen tekst is',
}
