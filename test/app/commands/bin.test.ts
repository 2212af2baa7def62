import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '#src/app/config/env.ts'

const bin = path.join(projectRoot, 'bin', 'opkomst.js')

/** Runs the entry as a Node of this version would see itself. */
function asNode(version: string, ...args: string[]) {
  const script = `Object.defineProperty(process.versions, 'node', { value: '${version}' }); process.argv.splice(1, 0, 'opkomst'); await import('${pathToFileURL(bin).href}')`
  return spawnSync(process.execPath, ['--input-type=module', '--eval', script, ...args], { encoding: 'utf8' })
}

describe('bin/opkomst.js', () => {
  it('runs the program', () => {
    const { status, stdout } = spawnSync(process.execPath, [bin, '--version'], { encoding: 'utf8' })
    expect({ status, stdout }).toEqual({ status: 0, stdout: '0.1.0\n' })
  })

  it.each(['18.0.0', '20.20.2', '22.9.0'])('says in one sentence what to do when run by Node %s', (version) => {
    const { status, stdout, stderr } = asNode(version, 'start')
    expect({ status, stdout }).toEqual({ status: 78, stdout: '' })
    expect(stderr).toContain(`dit is Node ${version}: geef in de map van Opkomst 'npx opkomst', na 'npm ci'`)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
})
