import { consulentMail, type ConsulentMail } from '#src/app/virtual/later-mails.ts'
import { virtualAuthserv } from '#src/app/virtual/universe.ts'

export const consulent = 'm.devries@lansingerland.example'

let count = 0

/** A signed mail of the consulent to the address of their contract, each with a Message-ID of its own. */
export const laterMail = (changes: Partial<ConsulentMail>): Buffer => {
  count += 1
  return consulentMail(
    {
      from: consulent,
      to: 'lansingerland@werkwijzer.example',
      subject: 'Deelnemer',
      text: 'Zie hieronder.',
      messageId: `later-${String(count)}@lansingerland.example`,
      signed: true,
      ...changes,
    },
    virtualAuthserv,
  )
}
