/** What a phone writes of a reaction in words, in English; in other languages we do not know the words for sure. */
const inWords: Readonly<Record<string, string>> = {
  liked: '👍',
  loved: '❤️',
  disliked: '👎',
  'laughed at': '😂',
  emphasized: '‼️',
  emphasised: '‼️',
  questioned: '❓',
}

const invisible = /[\u200b-\u200f\u2060-\u2064\ufeff]/g
const quoted = '[“"«„][^]{10,}[”"»“]'
const byEmoji = new RegExp(
  `^(?:\\p{L}+ )?([\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\u200d\\ufe0f]+) ?(?:\\p{L}+ )?${quoted}$`,
  'u',
)
const byWords = new RegExp(`^(${Object.keys(inWords).join('|')}) ${quoted}$`, 'iu')
const takenBack = new RegExp(`^removed (?:an?|the) [^“"]{2,20} from ${quoted}$`, 'iu')

/**
 * The emoji of a reaction that a phone sent as an SMS: 'Liked “Hoi Fatima, ... STOP”', '👍 to “...”'. It quotes us, and what we wrote must
 * not be read as what the participant says. Empty: a reaction was taken back; undefined: it is a message like any other.
 */
export function quotedReaction(text: string): string | undefined {
  const plain = text.replace(invisible, '').replaceAll(/\s+/g, ' ').trim()
  if (takenBack.test(plain)) return ''
  const emoji = byEmoji.exec(plain)?.[1]
  return emoji ?? inWords[byWords.exec(plain)?.[1]?.toLowerCase() ?? '']
}
