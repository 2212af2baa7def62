import type { PlainMail } from '#src/inbox/parse-mail.ts'
import { parseMail } from '#src/inbox/parse-mail.ts'

interface Written {
  readonly from?: string
  readonly subject?: string
  /** Whole lines. */
  readonly headers?: readonly string[]
  readonly type?: string
}

/** A mail as it is read off the server. */
export const mailOf = (body: string, { from, subject, headers = [], type }: Written = {}): Promise<PlainMail> =>
  parseMail(
    Buffer.from(
      [
        ...headers,
        `From: ${from ?? 'p.jansen@gemeente-voorbeeld.example'}`,
        `Subject: ${subject ?? 'Bericht'}`,
        'MIME-Version: 1.0',
        ...(type === undefined && headers.some((line) => /^content-type:/i.test(line))
          ? []
          : [`Content-Type: ${type ?? 'text/plain'}; charset=utf-8`]),
        '',
        body,
      ].join('\r\n'),
    ),
  )
