import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkContracts } from '#src/app/contracts/check-contracts.ts'
import { contractFolder } from './contract-folder.ts'
import { sampleText } from './sample-text.ts'

describe('checkContracts', () => {
  it('says per file how many rules come from the contract and how many from the house', async () => {
    const { ok, report, problems } = await checkContracts(await contractFolder({ 'voorbeeld.yaml': sampleText }))
    expect({ ok, problems }).toEqual({ ok: true, problems: [] })
    expect(report.replace(/\([0-9a-f]{12}\)/, '(hash)')).toBe(
      'voorbeeld.yaml  goed: versie 1 (hash), 13 regels, 8 uit het contract en 5 van het huis; 0 eisen aan mensen gelaten\n' +
        '\n' +
        '1 contract, alles goed.',
    )
  })

  it('prints of each problem the file, line, column, what is wrong and what to do', async () => {
    const broken = sampleText.replace('reminder_lead:', 'reminder_leed:')
    const { ok, report, problems } = await checkContracts(
      await contractFolder({
        'voorbeeld.yaml': broken,
        'tweede.yaml': sampleText.replace('id: voorbeeld', 'id: tweede'),
      }),
    )
    expect(ok).toBe(false)
    expect(problems).toHaveLength(1)
    expect(report).toContain('tweede.yaml  goed:')
    expect(report).toContain(
      'voorbeeld.yaml:14:3  `terms.reminder_leed` is geen bekende sleutel.\n    Bedoelde u `reminder_lead`?',
    )
    expect(report).toContain('1 fout in 1 bestand.')
  })

  it('finds the contracts of this repository right', async () => {
    const { ok, report } = await checkContracts(path.join(import.meta.dirname, '../../../contracts'))
    expect(ok).toBe(true)
    expect(report).toContain('5 contracten, alles goed.')
  })
})
