import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { projectRoot } from '#src/app/config/env.ts'
import { sabotages } from '../../tools/promises/sabotages.ts'

// `npm run promises` takes minutes and is not in every run; a sabotage whose text is gone breaks nothing, and would be found only there.
it.each(sabotages)('can still break promise $promise: $what', ({ file, from, to, tests }) => {
  const text = readFileSync(path.join(projectRoot, file), 'utf8')
  expect(text).toContain(from)
  expect(text.replaceAll(from, () => to)).not.toBe(text)
  expect(tests).toMatch(/^test\/promises\//)
})
