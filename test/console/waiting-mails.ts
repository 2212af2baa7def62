import { virtualAuthserv, type Universe } from '#src/app/virtual/universe.ts'
import type { Id } from '#src/domain/values/id.ts'

const domain = 'gemeente-voorbeeld.example'
let count = 0

export interface WrittenMail {
  readonly subject?: string
  readonly text: string
  readonly from?: string
  readonly headers?: readonly string[]
  readonly signed?: boolean
}

/** A mail as it lies in the mailbox, in the consulent's own words. */
export function writtenMail({ subject = 'Aanmelding', text, from, headers = [], signed = true }: WrittenMail): Buffer {
  count += 1
  return Buffer.from(
    [
      `Authentication-Results: ${virtualAuthserv}; ${signed ? `dkim=pass header.d=${domain}` : 'dkim=none'}`,
      ...headers,
      `From: ${from ?? `consulent@${domain}`}`,
      'To: rip@werkwijzer.example',
      `Subject: ${subject}`,
      `Message-ID: <geschreven-${String(count)}@${domain}>`,
      ...(headers.some((header) => /^content-type:/i.test(header)) ? [] : ['Content-Type: text/plain; charset=utf-8']),
      '',
      text.replaceAll('\n', '\r\n'),
      '',
    ].join('\r\n'),
  )
}

export async function arrive(universe: Universe, mail: WrittenMail): Promise<Id<'mail'>> {
  const id = await universe.arrive(writtenMail(mail))
  await universe.settle()
  return id
}

/** A mail that only says that a message waits at a service for secure mail. */
export const pointerMail = (subject = 'Beveiligd bericht'): WrittenMail => ({
  subject,
  headers: ['X-Zivver-Transport: notification'],
  text: `Er staat een beveiligd bericht voor u klaar.\nOpen het bericht: https://app.zivver.com/conversation/${subject.length}-geheim\n`,
})

/** Lines of a form of one participant. */
export const formLines = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([label, value]) => `${label}: ${value}`)
    .join('\n')

const one = (name: string, number: string, mobile: string): string =>
  formLines({ 'Naam deelnemer': name, Klantnummer: number, Mobiel: mobile })

/** Several participants in one mail, each with a form of their own. */
export const severalMail = (...people: readonly (readonly [string, string, string])[]): WrittenMail => ({
  subject: 'Aanmeldingen',
  text: `Hierbij meld ik ${String(people.length)} deelnemers aan.\n\n${people.map((person) => one(...person)).join('\n\n')}\n`,
})
