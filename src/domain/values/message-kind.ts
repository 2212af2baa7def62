/** What a participant may send, whatever the channel calls it. Only text is read: of all else not more than a caption is kept, and a photo of proof where a contract allows it. */
export const messageKinds = [
  'text',
  'voice',
  'sticker',
  'location',
  'photo',
  'video',
  'document',
  'contact',
  /** An emoji on a message of ours; its text is the emoji, or nothing when it was taken back. */
  'reaction',
  'other',
] as const
export type MessageKind = (typeof messageKinds)[number]

/** What a letter is sent as. */
export const isLetter = (kind: MessageKind): boolean => kind === 'photo' || kind === 'document'
