import type { Config } from '../config/config.ts'
import type { DatabaseServer } from './database-server.ts'
import type { Engine } from './engine.ts'

export interface Introduction {
  readonly config: Config
  readonly port: number
  readonly server: DatabaseServer
  readonly engine: Pick<Engine, 'places' | 'queues'>
  readonly madeKey: boolean
  /** The button that stops all sending is pressed. */
  readonly stopped: boolean
  readonly log: string
}

const sendingWords: Readonly<Record<Config['sending'], string>> = {
  off: 'er gaat niets uit (SENDING=off)',
  approve: 'alleen wat een medewerker goedkeurt, gaat uit (SENDING=approve)',
  on: 'berichten gaan vanzelf uit (SENDING=on)',
}

const stoppedWords = 'de stopknop is ingedrukt: er gaat niets uit tot iemand in de console op doorgaan drukt'

/** The embedded one has told where it runs, and where its files are, itself. */
const databaseLines = ({ server, config }: Introduction): string[] =>
  server.location === undefined
    ? [
        `Database    eigen PostgreSQL (DATABASE_URL); wachtrij op ${config.queue === 'redis' ? 'Redis' : 'dezelfde database'}`,
      ]
    : []

const keyLine = ({ config, madeKey }: Introduction): string[] => {
  const { masterKey } = config
  if (masterKey.from === 'variable') return []
  const words = madeKey ? 'nieuw gemaakt: bewaar een kopie buiten deze machine, zonder is niets te lezen' : 'in gebruik'
  return [`Sleutel     ${masterKey.file} (${words})`]
}

function postLines({ config, engine, madeKey }: Introduction): string[] {
  const { mailIn, mailOut } = engine.places
  if (config.demo)
    return [
      `Postbus     ${mailIn}${madeKey ? ': twee verzonnen aanmeldingen zijn onderweg, en een mail waar een medewerker naar moet kijken' : ', met wat er al was'}`,
      `Mail uit    ${mailOut}: verstuurt niets, de console laat de mails zien`,
    ]
  return [`Postbus     ${mailIn}`, `Mail uit    ${mailOut}`]
}

function warnings({ config }: Introduction): string[] {
  return [
    ...(config.imap && !config.authservId && !config.checkDkim
      ? ['Let op: AUTHSERV_ID is niet gezet en DKIM_CHECK staat uit, dus iedere aanmelding wacht op een medewerker.']
      : []),
    ...(config.imap && !config.clamdUrl
      ? [
          'Let op: virusscanner: uit (zet CLAMD_URL). Bijlagen worden geopend zonder dat een scanner ze heeft nagekeken.',
        ]
      : []),
    ...(config.demo
      ? []
      : [
          'Let op: er is nog geen WhatsApp of sms aangesloten; berichten aan deelnemers komen alleen op de telefoon in de console.',
        ]),
  ]
}

const consoleWords = ({ console: { trusted, host } }: Config): string =>
  trusted
    ? `luistert op ${host}: wie daarbij kan, ziet alles (CONSOLE_NETWORK=trusted)`
    : `alleen op deze computer (${host}), want de console heeft nog geen accounts`

/** What runs where, in a few lines; the page to open comes last, where the eye is. */
export function introduce(about: Introduction): string[] {
  const { config, port, log, stopped } = about
  return [
    ...databaseLines(about),
    `Gegevens    ${config.dataDir}, logboek ${log}`,
    ...keyLine(about),
    ...postLines(about),
    `Versturen   ${stopped ? stoppedWords : sendingWords[config.sending]}`,
    `Console     ${consoleWords(config)}`,
    ...warnings(about),
    '',
    `Opkomst draait. Open http://${config.console.host === '0.0.0.0' ? 'localhost' : config.console.host}:${String(port)}   (stoppen: Ctrl-C)`,
  ]
}
