import { isIP } from 'node:net'
import { z } from 'zod'
import { clamdPlaceOf } from '#src/inbox/attachments/clamd.ts'

/** What a person who sets a variable reads about it, in Dutch; `.env.example` and every message about it are made of this. */
export interface VariableWords {
  readonly what: string
  /** What does not work, or what happens instead, when it is not set. */
  readonly without: string
  /** What it must look like, as the end of 'X moet ... zijn'. */
  readonly shape: string
  readonly example?: string
  readonly secret?: true
}

/** Types that zod's `meta` does not know by itself. */
const worded = <T extends z.ZodType>(schema: T, words: VariableWords): T => schema.meta({ ...words })

const schemes = (...names: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && names.includes(new URL(text).protocol))

/** A user name belongs in it, a password does not: an address is shown and logged, a password never. */
const mailServer = (...names: readonly string[]) =>
  schemes(...names).refine((text) => {
    const url = URL.parse(text)
    return url !== null && url.hostname !== '' && url.password === ''
  })

const base64Key = /^[A-Za-z0-9+/]{43}=?$/

/** Names of folders, with a comma between them. */
export const foldersIn = (text: string): [string, ...string[]] => {
  const [first = '', ...others] = text.split(',').map((name) => name.trim())
  return [first, ...others]
}

const folders = z.string().refine((text) => foldersIn(text).every((name) => name !== ''))

const host = z.string().refine((text) => isIP(text) !== 0 || text === 'localhost')

/**
 * Every variable, once: its form, what it is when not set, and what it means. Optional without a default: not set is a choice of its
 * own. Which of them go together is decided in config.ts.
 */
export const Variables = z.object({
  DATA_DIR: worded(z.string().optional(), {
    what: 'De map met alles wat Opkomst bewaart: de ingebouwde database, de sleutel, het logboek.',
    without: 'De map data in de map van het project.',
    shape: 'een map',
    example: './data',
  }),
  PORT: worded(z.coerce.number().int().min(0).max(65_535).default(4180), {
    what: 'De poort van de console. 0 is: een vrije poort, de terminal zegt welke.',
    without: 'De console staat op poort 4180.',
    shape: 'een heel getal van 0 tot en met 65535',
  }),
  CONSOLE_HOST: worded(host.default('127.0.0.1'), {
    what: 'Het adres waarop de console luistert. Een ander adres dan 127.0.0.1 mag alleen samen met CONSOLE_NETWORK=trusted.',
    without: 'Alleen deze computer kan bij de console. Zo hoort het: de console heeft nog geen accounts.',
    shape: 'een IP-adres van deze machine',
  }),
  CONSOLE_NETWORK: worded(z.literal('trusted').optional(), {
    what: 'Zegt dat ieder die bij CONSOLE_HOST kan komen, alles in de console mag zien en doen (in een container, of achter een proxy die zelf om een wachtwoord vraagt).',
    without: 'De console luistert alleen op deze computer.',
    shape: 'het woord trusted',
    example: 'trusted',
  }),
  DATABASE_URL: worded(schemes('postgres:', 'postgresql:').optional(), {
    what: 'De PostgreSQL-database (versie 15 of hoger), met gebruiker en wachtwoord.',
    without:
      'Opkomst start een ingebouwde PostgreSQL met de gegevens in DATA_DIR. Goed om te proberen; zie EMBEDDED_DATABASE.',
    shape: 'een adres als postgres://gebruiker:wachtwoord@server:5432/opkomst',
    example: 'postgres://opkomst:wachtwoord@localhost:5432/opkomst',
    secret: true,
  }),
  DATABASE_PASSWORD: worded(z.string().optional(), {
    what: 'Alleen voor docker compose: het wachtwoord van de database die daarin draait. Opkomst zelf leest DATABASE_URL.',
    without: 'docker compose start niet.',
    shape: 'een wachtwoord',
    secret: true,
  }),
  EMBEDDED_DATABASE: worded(z.literal('accepted').optional(), {
    what: 'Zegt dat u met echte mail toch op de ingebouwde database wilt werken. Die heeft één schijf, geen reserve en een PostgreSQL die alleen met Opkomst mee wordt bijgewerkt.',
    without: 'Met IMAP_URL of SMTP_URL is een DATABASE_URL verplicht.',
    shape: 'het woord accepted',
    example: 'accepted',
  }),
  REDIS_URL: worded(schemes('redis:', 'rediss:').optional(), {
    what: 'De Redis voor de wachtrij. Aan te raden bij een eigen DATABASE_URL. Raakt Redis iets kwijt, dan wordt de wachtrij uit de database opgebouwd.',
    without: 'De wachtrij staat in PostgreSQL. Dat werkt ook.',
    shape: 'een adres als redis://server:6379',
    example: 'redis://localhost:6379',
    secret: true,
  }),
  MASTER_KEY: worded(z.string().regex(base64Key).optional(), {
    what: 'De hoofdsleutel: 32 willekeurige bytes in base64 (openssl rand -base64 32). Zonder deze sleutel is geen enkel persoonsgegeven meer te lezen: bewaar hem ook buiten deze machine.',
    without: 'MASTER_KEY_FILE, en zonder DATABASE_URL maakt Opkomst zelf master.key in DATA_DIR.',
    shape: '32 bytes in base64 (maak ze met: openssl rand -base64 32)',
    secret: true,
  }),
  MASTER_KEY_FILE: worded(z.string().optional(), {
    what: 'Een bestand met de hoofdsleutel, in plaats van MASTER_KEY. Alleen leesbaar voor de gebruiker van Opkomst (chmod 600).',
    without: 'Zie MASTER_KEY.',
    shape: 'een bestand',
    example: '/run/secrets/opkomst-master-key',
  }),
  IMAP_URL: worded(mailServer('imap:', 'imaps:').optional(), {
    what: 'De mailbox waar de aanmeldingen binnenkomen, met de gebruikersnaam en zonder wachtwoord. imap:// gaat met STARTTLS, imaps:// met TLS vanaf het begin.',
    without: 'Opkomst draait als demo, met een eigen postbus waarin verzonnen aanmeldingen komen.',
    shape: 'een adres als imaps://gebruiker@imap.server.example:993, zonder wachtwoord (dat hoort in IMAP_PASSWORD)',
    example: 'imaps://aanmelding%40werkwijzer.example@imap.werkwijzer.example',
  }),
  IMAP_PASSWORD: worded(z.string().optional(), {
    what: 'Het wachtwoord van de mailbox.',
    without: 'Met IMAP_URL: de start wordt geweigerd.',
    shape: 'een wachtwoord',
    secret: true,
  }),
  IMAP_MAILBOX: worded(folders.default('INBOX'), {
    what: 'De mappen in de mailbox die gelezen worden, met een komma ertussen. Opkomst verandert er niets in, behalve wat IMAP_HANDLED_MAILBOX zegt.',
    without: 'INBOX.',
    shape: 'de naam van een map, of meer namen met een komma ertussen',
  }),
  IMAP_HANDLED_MAILBOX: worded(z.string().optional(), {
    what: 'De map waarheen Opkomst een mail verplaatst die is afgehandeld. Maak de map zelf aan. Wat op een medewerker wacht, blijft staan.',
    without: 'Alle mail blijft staan waar zij staat.',
    shape: 'de naam van een map die niet in IMAP_MAILBOX staat',
    example: 'Opkomst/verwerkt',
  }),
  IMAP_SINCE: worded(z.literal('all').or(z.iso.date()).optional(), {
    what: 'De dag vanaf wanneer mail wordt aangenomen: wat de mailserver eerder ontving, blijft liggen. all: alles wat er ligt.',
    without: 'De dag waarop Opkomst deze mailbox voor het eerst las.',
    shape: 'een datum als 2026-11-01, of het woord all',
    example: '2026-11-01',
  }),
  RAW_MAIL_DAYS: worded(z.coerce.number().int().min(1).max(3_650).default(30), {
    what: 'Hoeveel dagen een mail zelf (er kan een BSN in staan) wordt bewaard nadat hij is afgehandeld. Daarna is hij vernietigd. Wat op een medewerker wacht of hoort bij een traject dat nog loopt, blijft.',
    without: 'Een afgehandelde mail is na 30 dagen vernietigd.',
    shape: 'een heel getal van 1 tot en met 3650',
  }),
  IMAP_CA_FILE: worded(z.string().optional(), {
    what: 'Het certificaat (PEM) waarmee dat van de mailserver is ondertekend, als dat geen openbare instantie is.',
    without: 'Alleen certificaten van openbare instanties worden vertrouwd.',
    shape: 'een bestand',
    example: '/etc/ssl/eigen-ca.pem',
  }),
  IMAP_SECOND_URL: worded(mailServer('imap:', 'imaps:').optional(), {
    what: 'Een tweede mailbox waar aanmeldingen binnenkomen, als IMAP_URL. Daarin worden dezelfde mappen gelezen.',
    without: 'Er wordt een mailbox gelezen.',
    shape:
      'een adres als imaps://gebruiker@imap.server.example:993, zonder wachtwoord (dat hoort in IMAP_SECOND_PASSWORD)',
    example: 'imaps://intake%40werkwijzer.example@imap.werkwijzer.example',
  }),
  IMAP_SECOND_PASSWORD: worded(z.string().optional(), {
    what: 'Het wachtwoord van de tweede mailbox.',
    without: 'Met IMAP_SECOND_URL: de start wordt geweigerd.',
    shape: 'een wachtwoord',
    secret: true,
  }),
  AUTHSERV_ID: worded(z.string().min(3).optional(), {
    what: 'De naam die uw ontvangende mailserver zelf in Authentication-Results schrijft. Alleen wat die server over de afzender schrijft, wordt geloofd.',
    without:
      'Alleen onze eigen controle telt (DKIM_CHECK). Staat die uit, dan is geen enkele afzender te controleren en wacht iedere aanmelding op een medewerker.',
    shape: 'de naam van een mailserver',
    example: 'mx.werkwijzer.example',
  }),
  DKIM_CHECK: worded(z.enum(['on', 'off']).optional(), {
    what: 'Of Opkomst de handtekening (DKIM) van een gemeente ook zelf controleert zodra de mail binnenkomt. Daarvoor vraagt het de sleutel van dat maildomein op in DNS. Zet dit uit als deze machine geen DNS van buiten kan vragen, of als uw mailserver iets aan elke mail toevoegt.',
    without: 'on zodra IMAP_URL is gezet. In de demo: off.',
    shape: 'on of off',
    example: 'off',
  }),
  CLAMD_URL: worded(
    z
      .string()
      .refine((text) => clamdPlaceOf(text) !== undefined)
      .optional(),
    {
      what: 'De virusscanner (clamd van ClamAV) die elke bijlage nakijkt voordat Opkomst haar opent. Antwoordt hij niet, dan wacht een mail met bijlagen op een medewerker.',
      without: 'Geen virusscanner kijkt naar de bijlagen. Met IMAP_URL zegt de start dat.',
      shape: 'een adres als tcp://127.0.0.1:3310 of unix:/run/clamav/clamd.ctl',
      example: 'unix:/run/clamav/clamd.ctl',
    },
  ),
  SMTP_URL: worded(mailServer('smtp:', 'smtps:').optional(), {
    what: 'De mailserver waarover de berichten aan consulenten en medewerkers gaan, met de gebruikersnaam en zonder wachtwoord.',
    without: 'Mail gaat nergens heen: de demo laat haar alleen in de console zien.',
    shape: 'een adres als smtps://gebruiker@smtp.server.example:465, zonder wachtwoord (dat hoort in SMTP_PASSWORD)',
    example: 'smtps://aanmelding%40werkwijzer.example@smtp.werkwijzer.example',
  }),
  SMTP_PASSWORD: worded(z.string().optional(), {
    what: 'Het wachtwoord bij de gebruikersnaam in SMTP_URL.',
    without: 'Met een gebruikersnaam in SMTP_URL: de start wordt geweigerd.',
    shape: 'een wachtwoord',
    secret: true,
  }),
  SENDING: worded(z.enum(['off', 'approve', 'on']).optional(), {
    what: 'Wat er naar buiten mag. off: niets. approve: alleen wat een medewerker goedkeurt. on: alles.',
    without: 'off zodra IMAP_URL of SMTP_URL is gezet. In de demo: on, want daar gaat niets naar buiten.',
    shape: 'off, approve of on',
    example: 'approve',
  }),
  LOG_LEVEL: worded(z.enum(['debug', 'info', 'warn', 'error']).default('info'), {
    what: 'Hoeveel er in het logboek komt. Persoonsgegevens staan er nooit in.',
    without: 'Gewone gebeurtenissen en wat er mis ging (info).',
    shape: 'debug, info, warn of error',
  }),
  TEXTS_DIR: worded(z.string().optional(), {
    what: 'De map met contracts/, flows/, templates/ en config/.',
    without: 'De map van het project.',
    shape: 'een map',
    example: './mijn-teksten',
  }),
})

export type VariableName = keyof typeof Variables.shape
export type Values = z.infer<typeof Variables>

export const variableNames = Object.keys(Variables.shape) as VariableName[] // the keys of the shape are the names

export const wordsOf = (name: VariableName): VariableWords => Variables.shape[name].meta() as unknown as VariableWords // `worded` put them there
