import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contractsPage, contractsPageText } from '../../../tools/contract-tables.ts'

const page = readFileSync(contractsPage, 'utf8')

describe('docs/contracts.md', () => {
  it('shows what the contract files say: run `node tools/contract-tables.ts` after a change', async () => {
    expect(await contractsPageText(page)).toBe(page)
  })

  it('has its tables written over, not added to', async () => {
    const spoilt = page.replace('| eis 51', '| eis 15').replaceAll('medisch specialist', 'tandarts')
    expect(spoilt).not.toBe(page)
    expect(await contractsPageText(spoilt)).toBe(page)
  })

  it('is not made without the marks that say where the tables stand', async () => {
    await expect(contractsPageText('# Contractbestanden')).rejects.toThrow("no marks for 'sleutels'")
  })
})
