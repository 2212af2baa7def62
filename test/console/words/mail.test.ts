import { describe, expect, it } from 'vitest'
import { reasonInWords, rejections } from '#src/console/words/mail.ts'
import { waitReasons } from '#src/inbox/mail-reading.ts'

const ofSettling = ['same_message_id', 'already_open', 'reopened']

describe('the reason beside the outcome of a mail', () => {
  it.each([...waitReasons, ...ofSettling, ...Object.keys(rejections)])(
    'is a sentence in Dutch, not a code: %s',
    (code) => {
      expect(reasonInWords(code)).toMatch(/^[A-Z][^_]+ [^_]+[a-z)]$/)
    },
  )

  it('is the code itself when only another version knows it', () => {
    expect(reasonInWords('a_later_reason')).toBe('a_later_reason')
  })
})
