import { fileURLToPath } from 'node:url'
import { readContracts } from '#src/app/contracts/read-contracts.ts'
import type { Contract } from '#src/domain/contract/contract.ts'
import { calendarOfContract } from '#src/domain/contract/calendar-of-contract.ts'
import type { Rules } from '#src/domain/journey/rules.ts'

const { contracts } = await readContracts(fileURLToPath(new URL('../../../contracts', import.meta.url)))

export const contractIds = [...contracts.keys()]

/** A contract that allows a photo of proof, which none of ours does. */
export const withPhotos = 'with-photos'

/** The rules of one of the real contract files, or of the one with photos. */
export function rulesOf(id: string): Rules {
  if (id === withPhotos)
    return changedRules('lansingerland', ({ absence }) => ({
      absence: { ...absence, proof_photo: { basis: { house: 'afgesproken met deze opdrachtgever' } } },
    }))
  const loaded = contracts.get(id)
  if (!loaded) throw new Error(`there is no contract ${id}`)
  return { contract: loaded.contract, calendar: loaded.calendar }
}

/** The rules of a real contract file with something changed in it. */
export function changedRules(id: string, change: (contract: Contract) => Partial<Contract>): Rules {
  const { contract } = rulesOf(id)
  const changed = { ...contract, ...change(contract) }
  return { contract: changed, calendar: calendarOfContract(changed) }
}
