import { describe, expect, it } from 'vitest'
import { quotedReaction } from '#src/conversation/understanding/quoted-reaction.ts'

const ours = 'Hoi Fatima, ik heb een plek voor u.\nKomt u? Geen berichten meer? Stuur STOP.\n1 Ja, ik kom'

describe('a reaction that a phone sent as an SMS', () => {
  it.each([
    [`Liked “${ours}”`, '👍'],
    [`Loved “${ours}”`, '❤️'],
    [`Disliked "${ours}"`, '👎'],
    [`Laughed at “${ours}”`, '😂'],
    [`👍 to “${ours}”`, '👍'],
    [`\u200a\u200b👍\u200b to “\u200a${ours}\u200a”`, '👍'],
    [`Reacted 🙏 to “${ours}”`, '🙏'],
    [`👍🏽 op “${ours}”`, '👍🏽'],
    [`❤️ à « ${ours} »`, '❤️'],
    [`Removed a like from “${ours}”`, ''],
  ])('is known by its quotation of us: %j', (text, emoji) => {
    expect(quotedReaction(text)).toBe(emoji)
  })

  it.each([
    '👍',
    'ja 👍',
    'STOP',
    'Liked it',
    'ik snap niet wat u bedoelt met "Geen berichten meer? Stuur STOP."',
    '"Geen berichten meer? Stuur STOP." wat is dat?',
    '👍 ik kom, maar wat is "Geen berichten meer"?',
    '',
  ])('is nothing that a person writes: %j', (text) => {
    expect(quotedReaction(text)).toBeUndefined()
  })

  it('is looked for in any text, however long', () => {
    const started = process.cpuUsage().user
    expect(quotedReaction(`Liked “${'“'.repeat(10_000)}`)).toBeDefined()
    expect(quotedReaction(`removed a ${'a '.repeat(5_000)}`)).toBeUndefined()
    expect(quotedReaction(`${'👍'.repeat(5_000)} to`)).toBeUndefined()
    expect(process.cpuUsage().user - started).toBeLessThan(1_000_000)
  })
})
