import { referralMail } from '#src/app/virtual/referral-mail.ts'
import { authserv } from './world.ts'

export interface BenchAttachment {
  readonly name: string
  readonly type: string
  readonly content: Buffer
}

/** A small PDF's worth of bytes, of which only the text is to be read: decoding it is part of what the bare library does too. */
export const textAttachment: BenchAttachment = {
  name: 'bijlage.txt',
  type: 'text/plain',
  content: Buffer.alloc(6_200, 'opkomst '),
}

const encoded = ({ content }: BenchAttachment): string => content.toString('base64').replace(/(.{76})/g, '$1\r\n')

/** Some lines around the form, as consulenten write them. */
const letter = Array.from(
  { length: 40 },
  (_, n) => `Regel ${String(n)} van een brief zoals die in een echte aanmelding staat, met wat tekst erbij.`,
).join('\r\n')

const phone = (n: number): string => `06 1${String(1_000_000 + n).slice(-7)}`

/** A referral of about 13 KB with an attachment; every one names somebody else. */
export function benchMail(n: number, attachment: BenchAttachment = textAttachment): Buffer {
  const plain = referralMail(
    {
      from: 'm.devries@lansingerland.example',
      to: 'lansingerland@werkwijzer.example',
      messageId: `bench-${String(n)}@lansingerland.example`,
      signed: true,
      form: {
        'Naam deelnemer': `Fatima Yilmaz ${'abcdefghij'[n % 10] ?? ''}`,
        Klantnummer: `K-${String(100_000 + n)}`,
        Mobiel: phone(n),
        Taal: 'Nederlands',
        Werkconsulent: 'Mieke de Vries',
        'E-mail werkconsulent': 'm.devries@lansingerland.example',
      },
    },
    authserv,
  ).toString()
  const split = plain.indexOf('\r\n\r\n')
  const head = plain
    .slice(0, split)
    .replace(/Content-Type: .*\r\nContent-Transfer-Encoding: .*/, 'Content-Type: multipart/mixed; boundary="grens"')
  const parts = [
    `--grens\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${plain.slice(split + 4)}\r\n${letter}\r\n`,
    `--grens\r\nContent-Type: ${attachment.type}; name="${attachment.name}"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="${attachment.name}"\r\n\r\n${encoded(attachment)}\r\n`,
    '--grens--\r\n',
  ]
  return Buffer.from(`${head}\r\n\r\n${parts.join('')}`)
}

export const benchPhone = (n: number): string => `+31${phone(n).replace(/\s/g, '').slice(1)}`
