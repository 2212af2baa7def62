import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { MailFacts } from '#src/inbox/mail-reading.ts'
import { readMail } from '#src/inbox/read-mail.ts'
import { withoutStanding } from '#src/inbox/standing-text.ts'
import { arrived, strictFacts } from './mail-facts.ts'

const slogan = 'Gemeente Voorbeeld wacht met plezier (ook morgen) op uw vraag.'
const left = (text: string): string => withoutStanding(text, [slogan]).replace(/^>/, '').trim()

it.each([
  ['as it is', slogan],
  ['without its full stop, in capitals', 'GEMEENTE VOORBEELD WACHT MET PLEZIER (OOK MORGEN) OP UW VRAAG'],
  ['broken over lines', 'Gemeente Voorbeeld wacht met\nplezier (ook morgen)\n   op uw vraag.'],
  ['quoted', '> Gemeente Voorbeeld wacht met plezier\n> (ook morgen) op uw vraag.'],
  ['twice', `${slogan}\n${slogan}`],
])('takes out a sentence that stands in every mail, %s', (_, text) => {
  expect(left(text)).toBe('')
})

it('takes it out of the midst of others', () => {
  expect(left(`Dag collega. ${slogan} Tot ziens.`)).toBe('Dag collega.  Tot ziens.')
})

it.each([
  'Mevrouw zegt: gemeente Voorbeeld wacht met plezier (ook morgen) op uw vraag.',
  'Gemeente Voorbeeld wacht met plezier (ook morgen) op uw vraag, maar bel haar niet.',
  'Gemeente Voorbeeld wacht niet met plezier (ook morgen) op uw vraag.',
])('leaves what is another sentence: %s', (text) => {
  expect(left(text)).toBe(text)
})

it('takes no time for a text that is made to take long', () => {
  const spaces = ' '.repeat(1_000_000)
  expect(withoutStanding(`${spaces}Gemeente${spaces}Voorbeeld`, [slogan])).toHaveLength(2_000_017)
})

it('has a referral go on below which nothing else stands, and wait for what else is said', async () => {
  const complete = readFileSync(new URL('./mails/compleet.eml', import.meta.url), 'utf8')
  const below = `${complete.replace(/^Opmerkingen: .*$/m, 'Opmerkingen: geen')}\n${slogan}\n`
  const listed: MailFacts = {
    ...strictFacts,
    contracts: strictFacts.contracts.map((contract) => ({ ...contract, standingSentences: [slogan] })),
  }
  const outcomeOf = async (raw: string, of = listed) => (await readMail(Buffer.from(raw), of, arrived)).outcome
  expect(await outcomeOf(below, strictFacts)).toMatchObject({ kind: 'waits' })
  expect(await outcomeOf(below)).toMatchObject({ kind: 'referral' })
  expect(await outcomeOf(`${below}\nDe buren wachten niet op haar.\n`)).toMatchObject({ kind: 'waits' })
})
