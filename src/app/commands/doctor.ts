import { createSendingSwitch } from '#src/store/sending-switch.ts'
import type { Config, Secrets } from '../config/config.ts'
import { checkData, checkQueue } from '../doctor/check-data.ts'
import { checkBackups, checkDisk, checkKeyFile, checkTexts } from '../doctor/check-machine.ts'
import { readSettings } from './environment.ts'
import { checkPinnedTexts } from '../doctor/check-pinned-texts.ts'
import { checkMailboxes, checkMailServer, checkScanner } from '../doctor/check-mail.ts'
import { checkWork } from '../doctor/check-work.ts'
import { good, remark, wrong, type Finding } from '../doctor/finding.ts'
import { joinServer, NoDataYet } from '../runtime/database-server.ts'
import { exitCodes } from '../runtime/stop-reason.ts'
import type { Output } from './output.ts'
import { withProgress } from './session.ts'

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** The demo's phone is all there is yet: whoever uses it for real must know. */
const checkChannels = ({ demo }: Config): Finding[] => [
  demo
    ? good('kanalen', 'de telefoon in de console (simulator)')
    : remark('kanalen', 'alleen de telefoon in de console (simulator): er is nog geen WhatsApp of sms aangesloten'),
]

function checkSenders({ imap, authservId, checkDkim }: Config): Finding[] {
  if (!imap || authservId) return []
  return [
    checkDkim
      ? remark(
          'afzenders',
          'AUTHSERV_ID is niet gezet: kan de sleutel van een gemeente niet worden opgevraagd, dan wacht haar aanmelding op een medewerker',
        )
      : wrong(
          'afzenders',
          'AUTHSERV_ID is niet gezet en DKIM_CHECK staat uit: geen afzender is te controleren, dus iedere aanmelding wacht op een medewerker',
        ),
  ]
}

async function checkStored(config: Config, secrets: Secrets): Promise<Finding[]> {
  try {
    return await checkInside(config, secrets)
  } catch (error) {
    return [error instanceof NoDataYet ? remark('database', error.message) : wrong('database', messageOf(error))]
  }
}

async function checkInside(config: Config, secrets: Secrets): Promise<Finding[]> {
  const server = await joinServer({ config, secrets, onLine: () => undefined })
  try {
    return await checkData(server.url, config, secrets, async (db) => {
      const stopped = await createSendingSwitch(db).isStopped()
      return [
        stopped
          ? remark('verzending', 'de stopknop is ingedrukt: er gaat niets uit (opkomst sending resume)')
          : good('verzending', `SENDING=${config.sending}`),
        await checkWork(db, config),
        ...(await checkPinnedTexts(db, config)),
      ]
    })
  } finally {
    await server.close()
  }
}

/** Several things break at once just when somebody looks: a database that is away hides nothing of the rest. */
async function checkWithoutData(stored: readonly Finding[], config: Config, secrets: Secrets): Promise<Finding[]> {
  const isLookedAt = (part: string): boolean => stored.some(({ name }) => name === part)
  return [
    ...(isLookedAt('klok') ? [] : [remark('klok', 'niet vergeleken, want dat kan pas met een database')]),
    ...(isLookedAt('wachtrij') || config.queue !== 'redis' ? [] : await checkQueue('', config, secrets)),
    ...(await checkMailboxes(config, secrets)),
  ]
}

async function examine(config: Config, secrets: Secrets): Promise<Finding[]> {
  const stored = await checkStored(config, secrets)
  return [
    good('instellingen', config.demo ? 'demo: alles op deze machine' : 'volledig'),
    ...stored,
    ...(await checkWithoutData(stored, config, secrets)),
    ...(await checkMailServer(config, secrets)),
    ...(await checkScanner(config)),
    ...checkSenders(config),
    ...checkChannels(config),
    ...(await checkDisk(config)),
    ...checkKeyFile(config),
    ...checkBackups(config, new Date()),
    ...(await checkTexts(config)),
  ]
}

export interface DoctorOptions {
  readonly json?: boolean
  readonly quick?: boolean
}

const mark = ({ ok, warning }: Finding): string => (ok ? (warning ? '·' : '✓') : '✗')

function report(out: Output, findings: readonly Finding[], json: boolean): void {
  if (json) return out.json({ ok: findings.every(({ ok }) => ok), findings })
  for (const finding of findings) out.line(`${mark(finding)} ${finding.name.padEnd(20)}${finding.words}`)
  const bad = findings.filter(({ ok }) => !ok).length
  out.line('')
  out.line(
    bad === 0
      ? 'Alles werkt.'
      : `${String(bad)} van ${String(findings.length)} moet u herstellen: zie de regels met ✗.`,
  )
}

/** Only what a watcher of a container needs to know, and nothing that it would ask of others: database and queue. */
async function examineQuickly(config: Config, secrets: Secrets): Promise<Finding[]> {
  const server = await joinServer({ config, secrets, onLine: () => undefined })
  try {
    return await checkData(server.url, config, secrets, () => Promise.resolve([]))
  } finally {
    await server.close()
  }
}

/** `opkomst doctor`: looks at everything, changes nothing; 0 when all is well, 1 when not, 78 when the settings are wrong. */
export async function doctorCommand(out: Output, { json = false, quick = false }: DoctorOptions): Promise<number> {
  const reading = readSettings()
  if (!reading.ok) {
    report(
      out,
      reading.problems.map((problem) => wrong('instellingen', problem)),
      json,
    )
    return exitCodes.configuration
  }
  const findings = await withProgress(out, 'alles wordt nagekeken', () =>
    (quick ? examineQuickly : examine)(reading.config, reading.secrets),
  )
  report(out, findings, json)
  return findings.every(({ ok }) => ok) ? exitCodes.good : exitCodes.wrong
}
