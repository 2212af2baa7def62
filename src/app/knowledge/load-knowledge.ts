import type { Kysely } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { linkFlow } from '#src/conversation/link-flow.ts'
import type { LoadedFlow } from '#src/conversation/loaded-flow.ts'
import { languageStates, sentLanguage, type Unapproved } from '#src/conversation/sent-language.ts'
import type { LoadedContract } from '#src/domain/contract/loaded-contract.ts'
import { calendarOfContract } from '#src/domain/contract/calendar-of-contract.ts'
import type { Rules } from '#src/domain/journey/rules.ts'
import { formFields } from '#src/domain/contract/contract.ts'
import type { Installation } from '#src/domain/installation.ts'
import { domainOfAddress } from '#src/inbox/authenticity/mail-domain.ts'
import type { MailFacts } from '#src/inbox/mail-reading.ts'
import type { MailTexts } from '#src/notices/mail-texts.ts'
import type { FlowShelf } from '#src/conversation/continued.ts'
import type { ContractShelf, Knowledge } from '#src/services/knowledge.ts'
import { demandTextsForStrangers } from '#src/services/stranger-texts.ts'
import { seedInstallation } from '#src/store/installation.ts'
import type { Database } from '#src/store/tables/database.ts'
import { pinContract, pinFlow, pinnedContracts, pinnedFlows, type PinnedText } from '#src/store/texts.ts'
import { parseContract } from '../contracts/parse-contract.ts'
import { isCalledFlow, parseCalledFlow, parseFlow } from '../texts/parse-flow.ts'
import type { FlowText } from '../texts/read-texts.ts'
import { readTextFiles, type TextFiles } from './read-text-files.ts'
import type { TextPaths } from './text-paths.ts'

export interface LoadedKnowledge {
  readonly knowledge: Knowledge
  readonly mailTexts: MailTexts
  readonly contracts: ReadonlyMap<string, LoadedContract>
}

/** No text says what time it is. */
const anyMoment = Temporal.Instant.fromEpochMilliseconds(0)

export const textOfContract = ({ contract, hash, text }: LoadedContract): PinnedText => ({
  name: contract.id,
  version: contract.version,
  hash,
  text,
})

/** The texts that one flow is made of: its own, and those that it calls. */
export const textsOfFlow = (read: FlowText): PinnedText[] =>
  [read, ...read.called].map(({ flow: { name, version }, hash, text }) => ({ name, version, hash, text }))

async function contractShelf(
  db: Kysely<Database>,
  contracts: ReadonlyMap<string, LoadedContract>,
): Promise<ContractShelf> {
  for (const loaded of contracts.values()) await pinContract(db, textOfContract(loaded))
  const byHash = new Map<string, Rules>(
    [...contracts.values()].map(({ contract, hash, calendar }) => [hash, { contract, calendar }]),
  )
  for (const { hash, text, contract_id } of await pinnedContracts(db)) {
    if (byHash.has(hash)) continue
    const parsed = parseContract(`${contract_id}.yaml`, text)
    if (parsed.ok) byHash.set(hash, { contract: parsed.contract, calendar: calendarOfContract(parsed.contract) })
  }
  return {
    rules(hash) {
      const rules = byHash.get(hash)
      if (!rules)
        throw new Error(
          'een traject loopt onder een contracttekst die er niet meer is: herstel de back-up van de database',
        )
      return rules
    },
    current(id) {
      const loaded = contracts.get(id)
      return loaded && { hash: loaded.hash, rules: { contract: loaded.contract, calendar: loaded.calendar } }
    },
  }
}

async function flowShelf(db: Kysely<Database>, current: FlowText): Promise<FlowShelf> {
  for (const text of textsOfFlow(current)) await pinFlow(db, text)
  const byHash = new Map<string, LoadedFlow>([[current.hash, current]])
  const rows = await pinnedFlows(db)
  const called = rows.filter(({ text }) => isCalledFlow(text)).map(({ name, text }) => parseCalledFlow(name, text))
  for (const row of rows.filter(({ text }) => !isCalledFlow(text))) {
    if (byHash.has(row.hash)) continue
    const written = parseFlow(row.name, row.text)
    const { flow, problems } = linkFlow(written, (name, version) =>
      called.find((one) => one.name === name && one.version === version),
    )
    if (problems.length === 0) byHash.set(row.hash, { flow, hash: row.hash })
  }
  return { current, pinned: (hash) => byHash.get(hash) }
}

/**
 * Reads and checks every text that people edit, and pins the contracts and the flow in the database. Throws, in Dutch, a list of what
 * is wrong and what to do; ChangedText when a version that journeys run under has another text now. `unapproved`: whether
 * translations that no person approved go out.
 */
export const loadKnowledge = async (
  db: Kysely<Database>,
  paths: TextPaths,
  unapproved: Unapproved,
): Promise<LoadedKnowledge> => pinKnowledge(db, await readTextFiles(paths), unapproved)

/** The same of texts that were read already, for who begins many times with the same. */
export async function pinKnowledge(
  db: Kysely<Database>,
  { contracts, seed, templates, mailTexts, flow }: TextFiles,
  unapproved: Unapproved,
): Promise<LoadedKnowledge> {
  const flows = await flowShelf(db, flow)
  const installation = await seedInstallation(db, seed.installation, seed.hash)
  const languages = languageStates(templates, flow.flow)
  const knowledge = {
    contracts: await contractShelf(db, contracts),
    flows,
    templates,
    installation,
    languages,
    sentLanguage: sentLanguage(languages, unapproved),
  }
  demandTextsForStrangers(knowledge, anyMoment)
  return {
    knowledge,
    mailTexts,
    contracts,
  }
}

/** What reading a mail needs to know of this installation. */
export function mailFactsOf(
  contracts: ReadonlyMap<string, LoadedContract>,
  installation: Installation,
  authservId: string | undefined,
): MailFacts {
  return {
    ...(authservId ? { authservId } : {}),
    contracts: installation.contracts.flatMap(
      ({
        id,
        domains,
        addresses,
        own_sentences_wait: ownSentencesWait = true,
        standing_sentences: standingSentences = [],
      }) => {
        const loaded = contracts.get(id)
        if (!loaded) return []
        const labels = Object.fromEntries(
          formFields.flatMap((field) =>
            loaded.contract.form.labels[field] ? [[field, loaded.contract.form.labels[field]]] : [],
          ),
        )
        return [
          { id, domains, addresses, labels, municipality: loaded.contract.client, ownSentencesWait, standingSentences },
        ]
      },
    ),
    ownAddresses: ownAddressesOf(installation),
    ownDomains: [domainOfAddress(installation.provider.mail)],
  }
}

const ownAddressesOf = ({ provider, coaches }: Installation): string[] => [
  provider.mail,
  provider.coordinator_mail,
  provider.on_duty_mail,
  ...coaches.map(({ mail }) => mail),
]
