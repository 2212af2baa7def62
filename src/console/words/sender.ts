import type { ReadableMail, ReadableSender } from '../parts.ts'
import type { Badge } from './stage.ts'

export const verdictBadges: Readonly<Record<ReadableSender['verdict'], Badge>> = {
  verified: { tone: 'ok', words: 'afzender klopt' },
  likely: { tone: 'warn', words: 'afzender waarschijnlijk' },
  unverified: { tone: 'warn', words: 'afzender niet zeker' },
  suspicious: { tone: 'bad', words: 'afzender verdacht' },
}

const results: Readonly<Record<string, string>> = {
  pass: 'klopt',
  fail: 'klopt niet',
  softfail: 'klopt waarschijnlijk niet',
  weak: 'te zwak',
  expired: 'verlopen',
  no_key: 'sleutel bestaat niet',
  none: 'ontbreekt',
  neutral: 'zegt niets',
  temperror: 'niet te controleren',
  permerror: 'niet te controleren',
  not_asked: 'niet te controleren',
}

const resultWords = (result: string | undefined): string =>
  result === undefined ? 'niet opgeschreven' : (results[result] ?? 'onduidelijk')

const tlsWords = ({ encrypted, version }: ReadableSender['record']['transport']): string => {
  if (encrypted === 'yes') return `versleuteld${version === undefined ? '' : ` (TLS ${version})`}`
  return encrypted === 'no' ? 'niet versleuteld' : 'niet bekend'
}

const ownDkim = ({ dkim }: ReadableSender['record']): string => {
  if (dkim.kind === 'not_asked') return ''
  if (dkim.signatures.length === 0) return '; wij: geen handtekening van de gemeente'
  return `; wij: ${dkim.signatures.map(({ domain, result }) => `${domain} ${resultWords(result)}`).join(', ')}`
}

/** How the mail came in, a line for each thing that was looked at. */
export const securityLines = ({
  sender: { record },
  service,
}: ReadableMail): readonly (readonly [string, string])[] => [
  ['Vervoer naar ons', tlsWords(record.transport)],
  ['Handtekening (DKIM)', `${resultWords(record.server.dkim)}${ownDkim(record)}`],
  ['Server van de afzender (SPF)', resultWords(record.server.spf)],
  ['Beleid van het domein (DMARC)', resultWords(record.server.dmarc)],
  ['Dienst voor beveiligde mail', service ?? 'geen herkend'],
]
