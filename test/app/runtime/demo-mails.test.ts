import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, it } from 'vitest'
import { readContracts } from '#src/app/contracts/read-contracts.ts'
import { mailFactsOf } from '#src/app/knowledge/load-knowledge.ts'
import { readInstallation } from '#src/app/knowledge/read-installation.ts'
import { demoMailCount, demoMails } from '#src/app/runtime/demo-mails.ts'
import type { Installation } from '#src/domain/installation.ts'
import type { MailFacts, MailReading } from '#src/inbox/mail-reading.ts'
import { readMail } from '#src/inbox/read-mail.ts'
import { projectTexts } from '#test/support/universe.ts'

const authserv = 'mail.werkwijzer.example'
let installation: Installation
let facts: MailFacts
let readings: MailReading[]

beforeAll(async () => {
  installation = (await readInstallation(projectTexts.installation)).installation
  const { contracts } = await readContracts(projectTexts.contracts)
  facts = mailFactsOf(contracts, installation, authserv)
  readings = await Promise.all(
    demoMails(installation, authserv).map((raw) => readMail(raw, facts, Temporal.Now.instant())),
  )
})

describe("a mail in somebody else's name", () => {
  const verdictOf = async (from: string) => {
    const raw = Buffer.from(`Authentication-Results: ${authserv}; dkim=none\r\nFrom: ${from}\r\n\r\nNaam: Jan\r\n`)
    return (await readMail(raw, facts, Temporal.Now.instant())).sender.verdict
  }

  it('of our own coordinator or coach is suspicious', async () => {
    expect(await verdictOf(installation.provider.coordinator_mail)).toBe('suspicious')
    expect(await verdictOf(installation.coaches[0]?.mail ?? '')).toBe('suspicious')
  })

  it('of a municipality, by the name that its contract file gives, is suspicious', async () => {
    const [name] = [...facts.contracts.values()].flatMap(
      ({ municipality = '' }) => municipality.match(/^gemeente .+/) ?? [],
    )
    expect(name).toBeDefined()
    expect(await verdictOf(`"Consulent ${name ?? ''}" <x@zomaar.example>`)).toBe('suspicious')
  })
})

describe('the mails of the demo', () => {
  it('are two referrals under two contracts, and one that waits because nobody signed it', () => {
    expect(readings).toHaveLength(demoMailCount)
    const kinds = readings.map(({ outcome }) => (outcome.kind === 'waits' ? outcome.why : outcome.kind))
    expect(kinds).toEqual(['referral', 'referral', 'sender_not_verified'])
    expect(new Set(readings.map(({ contractId }) => contractId)).size).toBe(3)
  })

  it('come from the domains of this installation, whatever those are', () => {
    const others = {
      ...installation,
      contracts: installation.contracts.map((contract) => ({ ...contract, domains: ['elders.example'] })),
    }
    for (const raw of demoMails(others, authserv)) expect(raw.toString()).toMatch(/^From: \S+@elders\.example$/m)
  })

  it('are the same bytes every time, so that a mail that was stored before is known', () => {
    expect(demoMails(installation, authserv)).toEqual(demoMails(installation, authserv))
  })

  it('are none for an installation without contracts', () => {
    expect(demoMails({ ...installation, contracts: [] }, authserv)).toEqual([])
  })
})
