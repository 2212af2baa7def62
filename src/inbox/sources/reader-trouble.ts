import type { MailAccount, ReaderTrouble } from './mail-source.ts'

/** The handling of a mail failed, not the server: said apart, because looking at the mail server would not help. */
export class TakingInFailed extends Error {
  constructor(cause: unknown) {
    super('the mail could not be taken in', { cause })
  }
}

/** Marks a failure as one on our side of the line. */
export const ours = async <Value>(work: Promise<Value>): Promise<Value> => {
  try {
    return await work
  } catch (error) {
    throw new TakingInFailed(error)
  }
}

export interface Trouble {
  readonly why: ReaderTrouble
  readonly words: string
}

/** What went wrong, in a closed list and in Dutch words with advice. The error's own text is left out: it may quote what was sent. */
export const troubleOf = (error: unknown, account: MailAccount, mailbox: string): Trouble => {
  if (error instanceof TakingInFailed) return { why: 'other', words: takingInFailed }
  if (fact(error, 'mailboxMissing')) return { why: 'other', words: mailboxMissing(mailbox) }
  const why = kindOf(error)
  return { why, words: words[why](`${account.host}:${account.port}`) }
}

const kindOf = (error: unknown): ReaderTrouble => {
  if (fact(error, 'authenticationFailed')) return 'wrong_password'
  const code = codeOf(error)
  const known = byCode[code]
  if (known !== undefined) return known
  if (fact(error, 'tlsFailed') || tlsCode.test(code)) return 'tls'
  return 'other'
}

/** The codes of Node's network layer and of imapflow; which of them a failure carries was seen by trying it. */
const byCode: Readonly<Partial<Record<string, ReaderTrouble>>> = {
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  ETIMEDOUT: 'timeout',
  ETIMEOUT: 'timeout',
  CONNECT_TIMEOUT: 'timeout',
  GREETING_TIMEOUT: 'timeout',
  UPGRADE_TIMEOUT: 'timeout',
  ECONNRESET: 'lost',
  EPIPE: 'lost',
  NoConnection: 'lost',
  EConnectionClosed: 'lost',
  ClosedAfterConnectText: 'lost',
  ClosedAfterConnectTLS: 'lost',
  StateLogout: 'lost',
}

const tlsCode = /^(?:ERR_(?:TLS|SSL)|CERT_|EPROTO$|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|HOSTNAME_MISMATCH|STARTTLS)/

const codeOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : ''
}

const fact = (error: unknown, name: 'authenticationFailed' | 'mailboxMissing' | 'tlsFailed'): boolean =>
  error instanceof Error && new Map<string, unknown>(Object.entries(error)).get(name) === true

const takingInFailed =
  'Een mail kon niet worden opgeslagen. De mail staat nog op de server en wordt opnieuw opgehaald. Kijk of de database werkt en of de schijf vol is.'

const mailboxMissing = (mailbox: string) =>
  `De map ${mailbox} bestaat niet op de mailserver. Maak de map aan of zet de juiste naam in de configuratie.`

const words: Readonly<Record<ReaderTrouble, (server: string) => string>> = {
  refused: (server) =>
    `De mailserver ${server} neemt geen verbinding aan. Kijk of de server draait en of adres en poort kloppen.`,
  dns: (server) =>
    `Het adres van de mailserver ${server} is niet te vinden. Kijk of de naam klopt en of deze machine internet heeft.`,
  wrong_password: (server) =>
    `De mailserver ${server} weigert de gebruikersnaam of het wachtwoord. Zet de juiste gegevens in de configuratie. Om het account niet te blokkeren proberen we het maar af en toe opnieuw.`,
  tls: (server) =>
    `De verbinding met de mailserver ${server} is niet veilig: het certificaat is niet te vertrouwen of TLS lukt niet. Kijk of het certificaat geldig is en bij deze naam hoort.`,
  timeout: (server) =>
    `De mailserver ${server} geeft geen antwoord. Kijk of de server bereikbaar is en of een firewall de poort tegenhoudt.`,
  lost: (server) => `De verbinding met de mailserver ${server} is weggevallen. We verbinden vanzelf opnieuw.`,
  other: (server) =>
    `De mailserver ${server} doet iets onverwachts. We proberen het vanzelf opnieuw; blijft het zo, vraag dan de beheerder van de mailserver.`,
}
