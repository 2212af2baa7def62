import { userOf } from './mail-address.ts'
import { foldersIn, type Values } from './variables.ts'

/** What each on its own may be, and together not. In Dutch; the words say which of them to change, and no value stands in them. */
export const contradictions = (values: Values): string[] => [
  ...aboutConsole(values),
  ...aboutDatabase(values),
  ...aboutMailbox(values),
  ...aboutMailServer(values),
]

const when = (wrong: boolean, words: string): string[] => (wrong ? [words] : [])

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.')

const aboutConsole = ({ CONSOLE_HOST, CONSOLE_NETWORK }: Values): string[] =>
  when(
    !isLoopback(CONSOLE_HOST) && !CONSOLE_NETWORK,
    'CONSOLE_HOST opent de console voor het netwerk, en de console heeft nog geen accounts: wie erbij kan, ziet alle deelnemers. Haal CONSOLE_HOST weg, of zet CONSOLE_NETWORK=trusted als alleen bevoegden bij dat adres kunnen.',
  )

const aboutDatabase = ({ IMAP_URL, SMTP_URL, DATABASE_URL, EMBEDDED_DATABASE, ...keys }: Values): string[] => [
  ...when(
    (IMAP_URL !== undefined || SMTP_URL !== undefined) && !DATABASE_URL && !EMBEDDED_DATABASE,
    'IMAP_URL of SMTP_URL is gezet en DATABASE_URL niet: echte gegevens horen in een eigen PostgreSQL. Zet DATABASE_URL, of EMBEDDED_DATABASE=accepted als u de ingebouwde database bewust gebruikt.',
  ),
  ...when(
    DATABASE_URL !== undefined && !keys.MASTER_KEY && !keys.MASTER_KEY_FILE,
    'DATABASE_URL is gezet en MASTER_KEY niet: de sleutel mag niet vanzelf naast een eigen database ontstaan. Zet MASTER_KEY of MASTER_KEY_FILE.',
  ),
  ...when(
    keys.MASTER_KEY !== undefined && keys.MASTER_KEY_FILE !== undefined,
    'MASTER_KEY en MASTER_KEY_FILE zijn allebei gezet: haal er een weg.',
  ),
]

/** Without the address the start would be that of a demo. */
const aloneWords = (server: 'IMAP' | 'SMTP'): string =>
  `${server}_PASSWORD is gezet en ${server}_URL niet: zet het adres van de server in ${server}_URL, of haal ${server}_PASSWORD weg.`

const sends = ({ SENDING }: Values): boolean => SENDING !== undefined && SENDING !== 'off'

function aboutMailbox(values: Values): string[] {
  const { IMAP_URL, IMAP_PASSWORD, SMTP_URL } = values
  if (IMAP_URL === undefined)
    return [...aboutSecondAlone(values), ...when(IMAP_PASSWORD !== undefined, aloneWords('IMAP'))]
  return [
    ...aboutFolders(values),
    ...aboutSecond(values, IMAP_URL),
    ...when(!userOf(IMAP_URL), 'IMAP_URL heeft geen gebruikersnaam: zet die voor het @-teken.'),
    ...when(
      !IMAP_PASSWORD,
      'IMAP_URL is gezet en IMAP_PASSWORD niet: zet het wachtwoord van de mailbox in IMAP_PASSWORD.',
    ),
    ...when(
      !SMTP_URL && sends(values),
      'IMAP_URL is gezet en SMTP_URL niet: mail aan consulenten zou nergens aankomen. Zet SMTP_URL, of SENDING=off.',
    ),
  ]
}

/** A mail that was handled would come in again, and be moved again, for ever. */
const aboutFolders = ({ IMAP_MAILBOX, IMAP_HANDLED_MAILBOX }: Values): string[] => [
  ...when(
    IMAP_HANDLED_MAILBOX !== undefined && foldersIn(IMAP_MAILBOX).includes(IMAP_HANDLED_MAILBOX),
    'IMAP_HANDLED_MAILBOX staat ook in IMAP_MAILBOX: neem voor afgehandelde mail een map die niet gelezen wordt.',
  ),
  ...when(
    new Set(foldersIn(IMAP_MAILBOX)).size < foldersIn(IMAP_MAILBOX).length,
    'IMAP_MAILBOX noemt een map twee keer: haal er een weg.',
  ),
]

const aboutSecondAlone = ({ IMAP_SECOND_URL }: Values): string[] =>
  when(IMAP_SECOND_URL !== undefined, 'IMAP_SECOND_URL is gezet en IMAP_URL niet: zet de eerste mailbox in IMAP_URL.')

function aboutSecond({ IMAP_SECOND_URL, IMAP_SECOND_PASSWORD }: Values, first: string): string[] {
  if (IMAP_SECOND_URL === undefined) return []
  const account = (address: string): string => `${userOf(address)}@${new URL(address).hostname}`
  return [
    ...when(!userOf(IMAP_SECOND_URL), 'IMAP_SECOND_URL heeft geen gebruikersnaam: zet die voor het @-teken.'),
    ...when(
      !IMAP_SECOND_PASSWORD,
      'IMAP_SECOND_URL is gezet en IMAP_SECOND_PASSWORD niet: zet het wachtwoord van de tweede mailbox in IMAP_SECOND_PASSWORD.',
    ),
    ...when(
      account(IMAP_SECOND_URL) === account(first),
      'IMAP_SECOND_URL en IMAP_URL noemen dezelfde mailbox: haal IMAP_SECOND_URL weg.',
    ),
  ]
}

function aboutMailServer(values: Values): string[] {
  const { SMTP_URL, SMTP_PASSWORD, IMAP_URL } = values
  if (SMTP_URL === undefined) return when(SMTP_PASSWORD !== undefined, aloneWords('SMTP'))
  return [
    ...when(
      userOf(SMTP_URL) !== '' && !SMTP_PASSWORD,
      'SMTP_URL heeft een gebruikersnaam en SMTP_PASSWORD is niet gezet: zet het wachtwoord in SMTP_PASSWORD.',
    ),
    ...when(
      !IMAP_URL && sends(values),
      'SMTP_URL is gezet en IMAP_URL niet: de verzonnen aanmeldingen van de demo zouden echte mail sturen. Zet IMAP_URL, of SENDING=off.',
    ),
  ]
}
