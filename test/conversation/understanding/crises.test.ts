import { describe, expect, it } from 'vitest'
import * as dutch from './dutch-crises.ts'
import * as english from './english-crises.ts'
import { asked, meaning } from './questions.ts'
import type { Asked } from './questions.ts'

const anywhere = [...dutch.indirect, ...english.crises]
const questions = Object.keys(asked) as Asked[] // The keys of the table, as its type says.

const around = [
  'ik ben ziek',
  'ja ik kom',
  'kan ik een andere dag?',
  'stop',
  'sorry mevrouw',
  'i have to work',
  'yes',
  'call me please',
]

describe('a crisis, misspelt or in other words', () => {
  it.each([...anywhere, ...dutch.alone, ...english.alone])('is heard in %j, whatever was asked', (message) => {
    expect(questions.filter((question) => meaning(message, question) !== 'crisis')).toEqual([])
  })

  it('is heard whatever else is in the message', () => {
    const messages = anywhere.flatMap(([crisis]) =>
      around.flatMap((other) => [`${crisis} ${other}`, `${other} ${crisis}`, `${other}. ${crisis}`]),
    )
    expect(messages.filter((message) => meaning(message, 'coming') !== 'crisis')).toEqual([])
  })

  it('is heard beside another sentence when it needs a sentence to itself', () => {
    const messages = [...dutch.alone, ...english.alone].flatMap(([crisis]) =>
      around.flatMap((other) => [`${crisis}. ${other}`, `${other}! ${crisis}`]),
    )
    expect(messages.filter((message) => meaning(message, 'coming') !== 'crisis')).toEqual([])
  })
})

describe('what only sounds like a crisis', () => {
  it.each([...dutch.noCrises, ...english.noCrises])('%j means %s', (message, means) => {
    expect(meaning(message, 'coming')).toBe(means)
  })
})
