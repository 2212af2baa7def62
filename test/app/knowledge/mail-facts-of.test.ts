import { expect, it } from 'vitest'
import { mailFactsOf } from '#src/app/knowledge/load-knowledge.ts'
import { readTextFiles } from '#src/app/knowledge/read-text-files.ts'
import { projectTexts } from '#test/support/universe.ts'

it('lets own sentences wait for every contract, but for one of which the installation says otherwise', async () => {
  const { contracts, seed } = await readTextFiles(projectTexts)
  const [first, ...others] = seed.installation.contracts
  if (!first) throw new Error('the installation has no contract')
  const trusted = { ...seed.installation, contracts: [{ ...first, own_sentences_wait: false }, ...others] }
  const waiting = (installation: typeof trusted) =>
    mailFactsOf(contracts, installation, undefined)
      .contracts.filter((one) => one.ownSentencesWait)
      .map(({ id }) => id)
  expect(waiting({ ...trusted, contracts: [first, ...others] })).toEqual([first, ...others].map(({ id }) => id))
  expect(waiting(trusted)).toEqual(others.map(({ id }) => id))
})
