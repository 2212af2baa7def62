import { noAmbientTime } from '../../../tools/lint/rules/no-ambient-time.ts'
import { ruleTester } from './rule-tester.ts'

const errors = [{ messageId: 'clock' }]

function breach(code: string) {
  return { name: `refuses: ${code}`, code, filename: 'src/services/plan-intake.ts', errors }
}

ruleTester.run('no-ambient-time', noAmbientTime, {
  valid: [
    {
      name: 'lets clock.ts read the time',
      code: 'export const now = () => Temporal.Now.instant()',
      filename: 'src/jobs/clock.ts',
    },
    { name: 'allows a Date of a given moment', code: 'export const at = (ms: number) => new Date(ms)' },
    { name: 'allows reading a written date', code: 'export const at = (text: string) => Date.parse(text)' },
    {
      name: 'allows asking whether a value is a Date',
      code: 'export const is = (value: unknown) => value instanceof Date',
    },
    { name: 'allows the class as an argument', code: 'export const schema = z.instanceof(Date)' },
    {
      name: 'allows Date as a type',
      code: 'export function year(at: Date, all: Date[]): Date | null { return all[0] ?? at }',
    },
    { name: 'allows a Date of its own', code: 'class Date { now() {} }\nexport const date = new Date()' },
  ],
  invalid: [
    breach('export const now = new Date()'),
    breach('export const now = Date.now()'),
    breach('export const now = Date()'),
    breach('export const { now } = Date'),
    breach('export const clock = Date.now'),
    breach('export const now = Temporal.Now.zonedDateTimeISO()'),
    breach('export const now = new Date'),
    {
      ...breach('export const clock = new Date()'),
      name: 'refuses a file that only ends in clock.ts',
      filename: 'src/jobs/unclock.ts',
    },
  ],
})
