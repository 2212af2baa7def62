import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { clamdPlaceOf, createScan, pingClamd, type ClamdPlace } from '#src/inbox/attachments/clamd.ts'
import { marker, startSmallClamd, virusName, type Behaviour } from '#test/support/small-clamd.ts'
import { makeTemporaryFolder, removeFolder } from '#test/support/temporary-folder.ts'

const placeOf = (url: string): ClamdPlace => {
  const place = clamdPlaceOf(url)
  if (place === undefined) throw new Error(`no place: ${url}`)
  return place
}

const harmless = Buffer.from('Naam: Fatima el Amrani')
const infected = Buffer.from(`Naam: Fatima el Amrani ${marker}`)
const noAnswer = { kind: 'not_asked', why: 'no_answer' }

describe('scanning with clamd', () => {
  it('tells a clean file from one in which something was found, without its name', async () => {
    await using clamd = await startSmallClamd()
    const scan = createScan(placeOf(clamd.url))
    expect(await scan(harmless)).toEqual({ kind: 'clean' })
    const found = await scan(infected)
    expect(found).toEqual({ kind: 'found' })
    expect(JSON.stringify(found)).not.toContain(virusName)
  })

  it('sends every byte, in as many pieces as it takes', async () => {
    await using clamd = await startSmallClamd()
    const scan = createScan(placeOf(clamd.url))
    const large = Buffer.alloc(1_000_003, 'abc')
    for (const content of [Buffer.alloc(0), Buffer.alloc(65_536, 1), large])
      expect(await scan(content)).toEqual({ kind: 'clean' })
    expect(clamd.scanned.map((file) => file.length)).toEqual([0, 65_536, 1_000_003])
    expect(clamd.scanned.at(-1)?.equals(large)).toBe(true)
  })

  it('finds it over a socket in a folder too', async () => {
    const folder = makeTemporaryFolder()
    onTestFinished(() => removeFolder(folder))
    await using clamd = await startSmallClamd('scans', path.join(folder, 'clamd.ctl'))
    expect(await createScan(placeOf(clamd.url))(infected)).toEqual({ kind: 'found' })
  })

  it.each<[Behaviour, object]>([
    ['error', noAnswer],
    ['silent', noAnswer],
    ['closes_half_way', noAnswer],
    ['half_an_answer', noAnswer],
    ['babbles', noAnswer],
    ['too_large', { kind: 'not_asked', why: 'too_large' }],
  ])('takes %s for no word on the file', async (behaviour, outcome) => {
    await using clamd = await startSmallClamd(behaviour)
    expect(await createScan(placeOf(clamd.url), 300)(infected)).toEqual(outcome)
  })

  it('takes a port on which nobody listens for no word on the file', async () => {
    const { port } = await closedPort()
    expect(await createScan({ host: '127.0.0.1', port })(harmless)).toEqual(noAnswer)
    expect(await createScan({ path: '/nergens/clamd.ctl' })(harmless)).toEqual(noAnswer)
  })

  it('does not send what is larger than we read', async () => {
    await using clamd = await startSmallClamd()
    const scan = createScan(placeOf(clamd.url))
    expect(await scan(Buffer.alloc(30_000_001))).toEqual({ kind: 'not_asked', why: 'too_large' })
    expect(clamd.connections()).toBe(0)
    expect(await scan(harmless)).toEqual({ kind: 'clean' })
  })

  it('asks a scanner that is silent once per mail, so that thirty files cost no more time than one', async () => {
    await using clamd = await startSmallClamd('silent')
    const scan = createScan(placeOf(clamd.url), 200)
    for (let file = 0; file < 30; file += 1) expect(await scan(harmless)).toEqual(noAnswer)
    expect(clamd.connections()).toBe(1)
    clamd.behave('scans')
    expect(await createScan(placeOf(clamd.url))(harmless)).toEqual({ kind: 'clean' })
  })
})

describe('asking whether clamd is there', () => {
  it('hears a scanner that answers, and no other', async () => {
    await using clamd = await startSmallClamd()
    expect(await pingClamd(placeOf(clamd.url))).toBe(true)
    clamd.behave('silent')
    expect(await pingClamd(placeOf(clamd.url), 200)).toBe(false)
    expect(await pingClamd({ host: '127.0.0.1', port: (await closedPort()).port })).toBe(false)
  })
})

describe('where clamd is', () => {
  it.each<[string, ClamdPlace | undefined]>([
    ['tcp://127.0.0.1:3310', { host: '127.0.0.1', port: 3310 }],
    ['tcp://clamd.werkwijzer.example', { host: 'clamd.werkwijzer.example', port: 3310 }],
    ['tcp://[::1]:3311', { host: '::1', port: 3311 }],
    ['unix:/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
    ['unix:///run/met%20spatie/clamd.ctl', { path: '/run/met spatie/clamd.ctl' }],
    ['unix:', undefined],
    ['unix:clamd.ctl', undefined],
    ['unix:/%ff', undefined],
    ['tcp://', undefined],
    ['tcp://wie:geheim@clamd.example', undefined],
    ['tcp://clamd.example/pad', undefined],
    ['http://clamd.example', undefined],
    ['clamd.example', undefined],
  ])('reads %s', (address, place) => {
    expect(clamdPlaceOf(address)).toEqual(place)
  })
})

async function closedPort(): Promise<{ port: number }> {
  await using clamd = await startSmallClamd()
  return { port: clamd.port }
}
