import { readFileSync } from 'node:fs'
import path from 'node:path'
import { SecretKey } from '#src/store/encryption.ts'
import { dataDirOf, projectRoot } from './env.ts'
import { contradictions } from './contradictions.ts'
import { userOf } from './mail-address.ts'
import { findTypos } from './typos.ts'
import { foldersIn, Variables, variableNames, wordsOf, type Values, type VariableName } from './variables.ts'

/** Everything that was set, without a secret: it may be shown and logged. */
export interface Config {
  readonly dataDir: string
  readonly textsDir: string
  readonly console: { readonly host: string; readonly port: number; readonly trusted: boolean }
  readonly database: 'embedded' | 'server'
  readonly queue: 'postgres' | 'redis'
  /** Where the master key is; 'made': in the data folder, made there when there is none. */
  readonly masterKey: { readonly from: 'variable' } | { readonly from: 'file' | 'made'; readonly file: string }
  /** Absent: a mailbox of the demo, in this process. */
  readonly imap?: MailIn
  /** Absent: a mail server that sends nothing on. */
  readonly smtp?: MailServer
  readonly authservId?: string
  /** Whether we check signatures (DKIM) ourselves, for which we ask DNS for the sender's key. */
  readonly checkDkim: boolean
  /** How many days the bytes of a mail are kept after it was handled. */
  readonly rawMailDays: number
  /** The virus scanner that looks at attachments; absent: none does. */
  readonly clamdUrl?: string
  readonly sending: 'off' | 'approve' | 'on'
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error'
  /** Neither a real mailbox nor a real mail server: nothing comes from outside and nothing goes there. */
  readonly demo: boolean
}

export interface MailIn extends MailServer {
  /** The folders that are read, in each of the accounts. */
  readonly mailboxes: readonly [string, ...string[]]
  /** Where a mail that was handled is moved to; absent: nothing is moved. */
  readonly handledMailbox?: string
  /** A day (ISO 8601) before which nothing is taken in; absent: the day on which the mailbox was read first. */
  readonly since?: 'all' | (string & {})
  readonly caFile?: string
  readonly second?: MailServer
}

export interface MailServer {
  readonly host: string
  readonly port: number
  readonly secure: boolean
  readonly user: string
}

/** Never logged, never shown, never in an error. */
export interface Secrets {
  readonly databaseUrl?: string
  readonly redisUrl?: string
  readonly masterKey?: SecretKey
  readonly imapPassword?: string
  readonly imapSecondPassword?: string
  readonly smtpPassword?: string
}

export type ConfigReading =
  | { readonly ok: true; readonly config: Config; readonly secrets: Secrets }
  /** Dutch, one sentence or two each, with what to do; no value of a variable stands in it. */
  | { readonly ok: false; readonly problems: readonly string[] }

type Env = Readonly<Record<string, string | undefined>>

/** The demo's receiving server, as it signs its Authentication-Results. */
const demoAuthservId = 'mail.werkwijzer.example'

/** Reads and judges the whole environment at once, so that everything that is wrong stands in one list. */
export function readConfig(env: Env): ConfigReading {
  // `X=` in a compose file means: not set.
  const given = Object.fromEntries(variableNames.flatMap((name) => (env[name] ? [[name, env[name]]] : [])))
  const parsed = Variables.safeParse(given)
  const typos = findTypos(env).map(({ written, meant }) => `${written} kennen we niet. Bedoelde u ${meant}?`)
  if (!parsed.success) {
    const found = new Set(parsed.error.issues.map((issue) => issue.path[0]))
    const wrong = variableNames.filter((name) => found.has(name))
    return { ok: false, problems: [...typos, ...wrong.map(misshapen), ...contradictionsBeside(wrong, given)] }
  }
  const key = readMasterKey(parsed.data)
  const problems = [...typos, ...contradictions(parsed.data), ...(typeof key === 'string' ? [key] : [])]
  if (problems.length > 0 || typeof key === 'string') return { ok: false, problems }
  return { ok: true, config: configOf(parsed.data), secrets: secretsOf(parsed.data, key) }
}

const misshapen = (name: VariableName): string => `${name} is fout: het moet ${wordsOf(name).shape} zijn.`

/** What is wrong between the variables that are well formed. A sentence that names one of the others may be untrue: it is set, after all. */
function contradictionsBeside(wrong: readonly VariableName[], given: Env): string[] {
  const rest = Variables.safeParse({ ...given, ...Object.fromEntries(wrong.map((name) => [name, undefined])) })
  const isAbout = (sentence: string, name: string): boolean => new RegExp(`\\b${name}\\b`).test(sentence)
  const sentences = rest.success ? contradictions(rest.data) : []
  return sentences.filter((sentence) => !wrong.some((name) => isAbout(sentence, name)))
}

const usualPorts: Readonly<Record<string, number>> = { 'imap:': 143, 'imaps:': 993, 'smtp:': 587, 'smtps:': 465 }

function mailServerOf(address: string): MailServer {
  const url = new URL(address)
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port ? Number(url.port) : (usualPorts[url.protocol] ?? 0),
    secure: url.protocol.endsWith('s:'),
    user: userOf(address),
  }
}

/** The key, absent when it will be made or comes from the data folder, or in words what is wrong with it. */
function readMasterKey({ MASTER_KEY, MASTER_KEY_FILE }: Values): SecretKey | string | undefined {
  if (MASTER_KEY) return new SecretKey(Buffer.from(MASTER_KEY, 'base64'))
  if (!MASTER_KEY_FILE) return undefined
  return (
    readKeyFile(MASTER_KEY_FILE) ?? `MASTER_KEY_FILE is niet te lezen of bevat geen ${wordsOf('MASTER_KEY').shape}.`
  )
}

/** The key in a file; absent when there is no such file or it holds something else. */
export function readKeyFile(file: string): SecretKey | undefined {
  try {
    const bytes = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
    return bytes.length === 32 ? new SecretKey(bytes) : undefined
  } catch {
    return undefined
  }
}

function configOf(values: Values): Config {
  const demo = !values.IMAP_URL && !values.SMTP_URL
  const dataDir = dataDirOf(values.DATA_DIR)
  const authservId = values.AUTHSERV_ID ?? (values.IMAP_URL ? undefined : demoAuthservId)
  return {
    dataDir,
    textsDir: values.TEXTS_DIR ? path.resolve(values.TEXTS_DIR) : projectRoot,
    console: { host: values.CONSOLE_HOST, port: values.PORT, trusted: values.CONSOLE_NETWORK === 'trusted' },
    database: values.DATABASE_URL ? 'server' : 'embedded',
    queue: values.REDIS_URL ? 'redis' : 'postgres',
    masterKey: masterKeyPlace(values, dataDir),
    ...serversOf(values),
    ...(authservId && { authservId }),
    checkDkim: checksDkim(values),
    rawMailDays: values.RAW_MAIL_DAYS,
    sending: values.SENDING ?? (demo ? 'on' : 'off'),
    logLevel: values.LOG_LEVEL,
    demo,
  }
}

const serversOf = (values: Values): Pick<Config, 'imap' | 'smtp' | 'clamdUrl'> => ({
  ...(values.IMAP_URL && { imap: { ...mailServerOf(values.IMAP_URL), ...mailInOf(values) } }),
  ...(values.SMTP_URL && { smtp: mailServerOf(values.SMTP_URL) }),
  ...(values.CLAMD_URL && { clamdUrl: values.CLAMD_URL }),
})

/** The demo's mails have no signature, and their domains no key. */
const checksDkim = ({ DKIM_CHECK, IMAP_URL }: Values): boolean =>
  DKIM_CHECK === undefined ? IMAP_URL !== undefined : DKIM_CHECK === 'on'

const mailInOf = (values: Values): Omit<MailIn, keyof MailServer> => ({
  mailboxes: foldersIn(values.IMAP_MAILBOX),
  ...(values.IMAP_HANDLED_MAILBOX && { handledMailbox: values.IMAP_HANDLED_MAILBOX }),
  ...(values.IMAP_SINCE && { since: values.IMAP_SINCE }),
  ...(values.IMAP_CA_FILE && { caFile: values.IMAP_CA_FILE }),
  ...(values.IMAP_SECOND_URL && { second: mailServerOf(values.IMAP_SECOND_URL) }),
})

function masterKeyPlace({ MASTER_KEY, MASTER_KEY_FILE }: Values, dataDir: string): Config['masterKey'] {
  if (MASTER_KEY) return { from: 'variable' }
  return MASTER_KEY_FILE
    ? { from: 'file', file: path.resolve(MASTER_KEY_FILE) }
    : { from: 'made', file: path.join(dataDir, 'master.key') }
}

const secretsOf = (values: Values, masterKey: SecretKey | undefined): Secrets => ({
  ...(values.DATABASE_URL && { databaseUrl: values.DATABASE_URL }),
  ...(values.REDIS_URL && { redisUrl: values.REDIS_URL }),
  ...(masterKey && { masterKey }),
  ...(values.IMAP_PASSWORD && { imapPassword: values.IMAP_PASSWORD }),
  ...(values.IMAP_SECOND_PASSWORD && { imapSecondPassword: values.IMAP_SECOND_PASSWORD }),
  ...(values.SMTP_PASSWORD && { smtpPassword: values.SMTP_PASSWORD }),
})
