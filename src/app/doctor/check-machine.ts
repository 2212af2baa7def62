import { statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import path from 'node:path'
import { lastBackup } from '../backup/last-backup.ts'
import { keysKeptDays } from '../backup/write-backup.ts'
import type { Config } from '../config/config.ts'
import { createTemplates } from '#src/conversation/template.ts'
import { createMailTexts } from '#src/notices/mail-texts.ts'
import { checkContracts } from '../contracts/check-contracts.ts'
import { readInstallation } from '../knowledge/read-installation.ts'
import { textPathsIn } from '../knowledge/text-paths.ts'
import { flowProblems } from '../texts/flow-problems.ts'
import { readFlow, readTemplates } from '../texts/read-texts.ts'
import { good, looked, remark, wrong, type Finding } from './finding.ts'

const leastFreeBytes = 500 * 1024 * 1024

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

export async function checkDisk({ dataDir }: Config): Promise<Finding[]> {
  const folder = statSync(dataDir, { throwIfNoEntry: false }) ? dataDir : path.dirname(dataDir)
  const { bavail, bsize } = await statfs(folder)
  const free = Math.floor((bavail * bsize) / 1024 ** 2)
  return bavail * bsize >= leastFreeBytes
    ? [good('schijf', `${String(free)} MB vrij bij ${dataDir}`)]
    : [
        wrong(
          'schijf',
          `nog maar ${String(free)} MB vrij bij ${dataDir}: maak ruimte, anders kan er niets meer worden opgeslagen`,
        ),
      ]
}

/** Others who can read the key can, with a copy of the database, read everything. */
export function checkKeyFile({ masterKey }: Config): Finding[] {
  if (masterKey.from === 'variable') return [good('sleutelbestand', 'de hoofdsleutel komt uit MASTER_KEY')]
  const found = statSync(masterKey.file, { throwIfNoEntry: false })
  if (!found)
    return [
      remark(
        'sleutelbestand',
        `${masterKey.file} is er niet: een eerste start maakt het; bij bestaande gegevens hoort er een te zijn`,
      ),
    ]
  const open = (found.mode & 0o077) !== 0
  return open
    ? [wrong('sleutelbestand', `${masterKey.file} is voor anderen leesbaar: geef 'chmod 600 ${masterKey.file}'`)]
    : [good('sleutelbestand', `${masterKey.file} is alleen voor deze gebruiker leesbaar`)]
}

const daysAgo = (moment: string, now: Date): number => Math.floor((now.getTime() - Date.parse(moment)) / 86_400_000)

/** A demo needs no backup; real data without one is one broken disk away from gone. */
export function checkBackups({ dataDir, demo }: Config, now: Date): Finding[] {
  const { database, keys } = lastBackup(dataDir)
  const judge = (name: string, made: string | undefined, mostDays: number, command: string): Finding => {
    const age = made === undefined ? undefined : daysAgo(made, now)
    if (age !== undefined && age <= mostDays) return good(name, `${String(age)} dagen oud`)
    const words = `${age === undefined ? 'nog nooit gemaakt' : `${String(age)} dagen oud`}: geef '${command}', en doe dat iedere dag`
    return demo ? remark(name, words) : wrong(name, words)
  }
  return [
    judge('reservekopie', database, 2, 'opkomst backup <map>'),
    judge('sleutelkopie', keys, keysKeptDays, 'opkomst keys backup <andere map>'),
  ]
}

export async function checkTexts({ textsDir }: Config): Promise<Finding[]> {
  const paths = textPathsIn(textsDir)
  const contracts = await checkContracts(paths.contracts)
  const texts = await looked(
    'gesprek en teksten',
    async () => {
      const files = await readTemplates(paths.templates)
      createMailTexts(files)
      const problems = flowProblems(paths.flow, await readFlow(paths.flow), createTemplates(files))
      return problems.length === 0
        ? [good('gesprek en teksten', 'kloppen met elkaar')]
        : problems.map(({ path: where, words }) => wrong('gesprek en teksten', `${where}: ${words}`))
    },
    messageOf,
  )
  const facts = await looked(
    'installatie',
    async () => {
      const { installation } = await readInstallation(paths.installation)
      return [
        good(
          'installatie',
          `${installation.provider.name}, ${String(installation.coaches.length)} coaches, ${String(installation.contracts.length)} contracten`,
        ),
      ]
    },
    messageOf,
  )
  const summary = contracts.report.trimEnd().split('\n').at(-1) ?? ''
  return [
    contracts.ok ? good('contracten', summary) : wrong('contracten', `${summary} Zie 'opkomst contracts check'`),
    ...texts,
    ...facts,
  ]
}
