import type { Installation } from '#src/domain/installation.ts'
import { referralMail } from '../virtual/referral-mail.ts'

interface Story {
  readonly consulent: string
  readonly name: string
  readonly clientNumber: string
  readonly phone: string
  readonly language: string
  /** False: the receiving server found no signature, so a person must look. */
  readonly signed: boolean
}

/** Invented people. The last mail is not signed: it waits for a person. */
const stories: readonly Story[] = [
  {
    consulent: 'Karin Jansen',
    name: 'Fatima Yilmaz',
    clientNumber: 'K-20411',
    phone: '06 1234 5671',
    language: 'Nederlands',
    signed: true,
  },
  {
    consulent: 'Mieke de Vries',
    name: 'Daniel Osei',
    clientNumber: 'K-20522',
    phone: '06 1234 5672',
    language: 'Engels',
    signed: true,
  },
  {
    consulent: 'Bart Kuipers',
    name: 'Noor Haddad',
    clientNumber: 'K-20633',
    phone: '06 1234 5673',
    language: 'Nederlands',
    signed: false,
  },
]

const localPart = (name: string): string => name.toLowerCase().replaceAll(' ', '.')

type DemoContract = Installation['contracts'][number]

function mailOf(story: Story, { domains, addresses, id }: DemoContract, fallback: string, authserv: string): Buffer {
  const [domain = 'gemeente.example'] = domains
  const from = `${localPart(story.consulent)}@${domain}`
  return referralMail(
    {
      from,
      to: addresses[0] ?? fallback,
      form: {
        'Naam deelnemer': story.name,
        Klantnummer: story.clientNumber,
        Mobiel: story.phone,
        Taal: story.language,
        Consulent: story.consulent,
        'E-mail consulent': from,
      },
      signed: story.signed,
      messageId: `demo.${id}.${story.clientNumber.toLowerCase()}@${domain}`,
    },
    authserv,
  )
}

/** How many mails the demo brings. */
export const demoMailCount = stories.length

/**
 * The referrals of the demo, as they lie in the mailbox: under the first contracts of this installation, from their own domains. The same
 * installation gives the same bytes, so a mail that was stored before is known.
 */
export function demoMails({ contracts, provider }: Installation, authserv: string): Buffer[] {
  if (contracts.length === 0) return []
  return stories.flatMap((story, index) => {
    const contract = contracts[index % contracts.length]
    return contract ? [mailOf(story, contract, provider.mail, authserv)] : []
  })
}
