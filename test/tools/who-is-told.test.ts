import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { taskKinds } from '#src/domain/journey/task.ts'
import { whoIsToldPage, whoIsToldText } from '../../tools/who-is-told.ts'

const page = readFileSync(whoIsToldPage, 'utf8')

describe('docs/who-is-told.md', () => {
  it('shows the table of tasks as the code has it: run `node tools/who-is-told.ts` after a change', async () => {
    expect(await whoIsToldText(page)).toBe(page)
  })

  it('has its table written over, not added to', async () => {
    const spoilt = page.replace('| de dienstdoende', '| de directeur')
    expect(spoilt).not.toBe(page)
    expect(await whoIsToldText(spoilt)).toBe(page)
  })

  it.each(taskKinds)('has one row for %s', (kind) => {
    expect(page.split('\n').filter((line) => line.startsWith(`| \`${kind}\` `))).toHaveLength(1)
  })

  it('is not made without the marks that say where the table stands', () => {
    expect(() => whoIsToldText('# Wie hoort wat')).toThrow("no marks for 'taken'")
  })
})
