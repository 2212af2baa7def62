import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadKnowledge } from '#src/app/knowledge/load-knowledge.ts'
import { textPathsIn } from '#src/app/knowledge/text-paths.ts'
import { handleMessages } from '#src/services/handle-messages.ts'
import { makeTemporaryFolder, removeFolder } from '#test/support/temporary-folder.ts'
import { createRig, type Rig } from '../../promises/rig.ts'

const root = path.join(import.meta.dirname, '../../..')

let rig: Rig
let folder: string
beforeEach(async () => {
  rig = await createRig()
  folder = makeTemporaryFolder()
  for (const part of ['contracts', 'flows', 'templates', 'config'])
    cpSync(path.join(root, part), path.join(folder, part), { recursive: true })
})
afterEach(async () => {
  removeFolder(folder)
  await rig.close()
})

function change(file: string, ...changes: readonly (readonly [string | RegExp, string])[]): void {
  const at = path.join(folder, 'flows', file)
  const text = readFileSync(at, 'utf8')
  writeFileSync(
    at,
    changes.reduce((so, [from, to]) => so.replace(from, to), text),
  )
}

const load = () => loadKnowledge(rig.db, textPathsIn(folder), 'sent')
const called = 'called/other_slots.yaml'
const longer = ['timeout: { hours: 20', 'timeout: { hours: 30'] as const

it('refuses another text of a called flow under the same version', async () => {
  change(called, longer)
  await expect(load()).rejects.toThrow('flow other_slots versie 1')
})

it('refuses a new version of a called flow that is not the one that is called, with the line of the call', async () => {
  change(called, longer, ['version: 1', 'version: 2'])
  const line =
    readFileSync(path.join(folder, 'flows/intake.yaml'), 'utf8').split('\n').indexOf('    flow: other_slots') + 2
  await expect(load()).rejects.toThrow(
    `intake.yaml:${String(line)}: 'other_slots' is versie 2, en hier wordt versie 1 aangeroepen.`,
  )
})

it('leaves a conversation in the versions of both flows that it was asked something in', async () => {
  const id = await rig.invited()
  await rig.write('kan ik een andere dag?', 'message 1')
  await handleMessages(rig.verb, id)
  const { session } = (await rig.load(id)) ?? {}
  expect(session?.node).toBe('offer/choose_slot')

  change(called, longer, ['version: 1', 'version: 2'])
  change('intake.yaml', ['    version: 1', '    version: 2'], [/^version: \d+$/m, 'version: 1000'])
  const { flows } = (await load()).knowledge
  const waits = (hash: string) => flows.pinned(hash)?.flow.nodes['offer/choose_slot']
  expect(waits(session?.flowHash ?? '')).toMatchObject({ timeout: { hours: 20 } })
  expect(waits(flows.current.hash)).toMatchObject({ timeout: { hours: 30 } })
})

it('says of what is wrong in a called flow in which file it stands, and on which line', async () => {
  change(called, ['text: choose_slot\n', 'text: nothing_like_it\n'])
  const line =
    readFileSync(path.join(folder, 'flows', called), 'utf8')
      .split('\n')
      .indexOf('    text: nothing_like_it') + 1
  await expect(load()).rejects.toThrow(
    `called/other_slots.yaml:${String(line)}: nodes.offer/choose_slot.text: Er is geen tekst`,
  )
})
