import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { noMunicipality } from '../../../tools/lint/rules/no-municipality.ts'
import { ruleTester } from './rule-tester.ts'

const options = [['rip', 'lansingerland', 'rsd', 'tilburg', 'arnhem']]

function breach(code: string, name: string) {
  const message = `Code names no municipality, and this says '${name}'. Ask the contract for what differs (contracts/*.yaml).`
  return { name: `refuses: ${code}`, code, options, errors: [{ message }] }
}

ruleTester.run('no-municipality', noMunicipality, {
  valid: [
    { name: 'allows words that only contain a short name', code: "const description = 'script, trip'", options },
    {
      name: 'allows identifiers that only contain a short name',
      code: 'const stripBsn = 1; const nursDay = 2',
      options,
    },
    { name: 'allows comments, which give the clause', code: '// lansingerland, eis 44\nconst due = 1', options },
  ],
  invalid: [
    breach("const id = 'rip'", 'rip'),
    breach("const id = 'RSD de Liemers'", 'rsd'),
    breach('const ripTerms = 1', 'rip'),
    breach('const termsOfRSD = 1', 'rsd'),
    breach('const terms = { tilburg: 1 }', 'tilburg'),
    breach('const text = `De Tilburgse consulent ${name}`', 'tilburg'),
    breach('const sender = /@gemeente-arnhem\\.example$/', 'arnhem'),
    breach("import { terms } from './lansingerland/terms.ts'", 'lansingerland'),
    { ...breach('const due = 1', 'rip'), name: 'refuses a file named after one', filename: 'src/domain/rip-terms.ts' },
  ],
})

test('every contract file is on the list of names that code may not use', () => {
  const contracts = readdirSync('contracts').filter((name) => name.endsWith('.yaml'))
  const config = readFileSync('.oxlintrc.json', 'utf8')
  const listed = /"opkomst\/no-municipality": \["error", \[([^\]]*)\]/.exec(config)?.[1] ?? ''

  expect(contracts.length).toBeGreaterThan(0)
  for (const name of contracts) expect(listed).toContain(`"${basename(name, '.yaml')}"`)
})
