import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'

/** The account a program is started as. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/**
 * The account that PostgreSQL runs as. Undefined: the account we run as ourselves. PostgreSQL refuses root, so root hands
 * it to the owner of the database's files, and for a new database to the accounts that exist for this.
 */
export function postgresAccount(dataFolder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  return ownerOf(dataFolder) ?? accountNamed('postgres') ?? accountNamed('nobody') ?? noAccount()
}

/** Whether this account may enter the folder. Asked of the kernel: modes alone do not tell (access lists, mounts). */
export function mayEnter(folder: string, account: Account): boolean {
  const asked = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' })
  return asked.status === 0
}

function ownerOf(folder: string): Account | undefined {
  const owner = statSync(folder, { throwIfNoEntry: false })
  return owner === undefined || owner.uid === 0 ? undefined : { uid: owner.uid, gid: owner.gid }
}

function accountNamed(name: string): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid === undefined || gid === undefined ? undefined : { uid: unsigned(uid), gid: unsigned(gid) }
}

/** macOS writes the number of `nobody` as -2. */
function unsigned(number: string): number {
  return Number(number) >>> 0
}

function noAccount(): never {
  throw new Error(
    'PostgreSQL weigert te draaien als root en deze machine heeft geen account postgres of nobody: start Opkomst als gewone gebruiker, of zet DATABASE_URL.',
  )
}
