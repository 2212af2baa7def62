import { noAmbientInput } from '../../../tools/lint/rules/no-ambient-input.ts'
import { ruleTester } from './rule-tester.ts'

function breach(code: string, ...named: string[]) {
  const errors = named.map((name) => ({
    message: `'${name}' comes from outside. Take it as an argument here: an instant ('now'), an id, a value that was drawn.`,
  }))
  return { name: `refuses: ${code}`, code, errors }
}

ruleTester.run('no-ambient-input', noAmbientInput, {
  valid: [
    {
      name: 'takes the moment as an argument',
      code: 'export const due = (now: Temporal.Instant) => now.add({ hours: 24 })',
    },
    { name: 'allows arithmetic', code: 'export const higher = (a: number, b: number) => Math.max(a, b)' },
    {
      name: 'allows a parameter that has the name of a global',
      code: 'export const run = (process: () => void) => process()',
    },
    {
      name: 'allows a field that has the name of a global',
      code: 'export const at = (mail: { Date: string }) => mail.Date',
    },
    { name: 'allows a random of its own', code: 'export const pick = (dice: { random(): number }) => dice.random()' },
  ],
  invalid: [
    breach('export const now = Date.now()', 'Date'),
    breach('export const now = new Date()', 'Date'),
    breach('export const christmas = new Date("2026-12-25")', 'Date'),
    breach('export function late(moment: Date): boolean { return moment > other }', 'Date'),
    breach('export const now = Temporal.Now.instant()', 'Temporal.Now'),
    breach('export const now = T["Now"].instant()', 'Temporal.Now'),
    breach('export const took = performance.now()', 'performance'),
    breach('export const chance = Math.random()', 'Math.random'),
    breach('export const id = crypto.randomUUID()', 'crypto'),
    breach('setTimeout(() => {}, 1)', 'setTimeout'),
    breach('setInterval(() => {}, 1)', 'setInterval'),
    breach('export const zone = process.env["TZ"]', 'process'),
    breach('export const now = globalThis.Date.now()', 'globalThis'),
    breach('export const answer = fetch("https://mail.example")', 'fetch'),
  ],
})
