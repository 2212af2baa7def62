import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import { attendanceById } from '#src/domain/journey/journey.ts'
import type { Id } from '#src/domain/values/id.ts'
import { textsWithPhotos } from '#test/support/photo-texts.ts'
import { makeTemporaryFolder, removeFolder } from '#test/support/temporary-folder.ts'
import { createTestUniverse } from '#test/support/universe.ts'
import { consoleOn, onlyJourney, referUnder, type ConsoleClient } from './console-client.ts'
import { tagsOf, wordsOf } from './tags.ts'

const png = Buffer.from('\u0089PNG\r\n\u001A\n a letter', 'latin1')
const pdf = Buffer.from('%PDF-1.7 a letter')

let folder: string
let universe: Universe
let client: ConsoleClient
let id: Id<'journey'>
beforeAll(() => {
  folder = makeTemporaryFolder()
})
beforeEach(async () => {
  universe = await createTestUniverse('2026-11-02T09:15', textsWithPhotos(folder))
  client = consoleOn(universe)
  await referUnder(universe, 'lansingerland')
  id = await onlyJourney(universe)
  await client.submit(`/telefoon/${id}`, { tekst: 'ik kan niet, ik heb dan een sollicitatiegesprek' })
  return () => universe.close()
})
afterAll(() => removeFolder(folder))

const sends = (file: Buffer, kind = 'photo') => client.upload(`/telefoon/${id}`, { file, kind })
const journeyPage = async () => (await client.get(`/trajecten/${id}`)).text
const linksOn = (text: string) =>
  tagsOf(text, 'a').flatMap(({ attributes: { href } }) => (href?.includes('/bewijs/') ? [href] : []))
const absence = async () => {
  const stored = await universe.journey(id)
  const cancelled = stored?.journey.attendances.find((attendance) => attendance.absence)
  if (!stored || !cancelled) throw new Error('somebody cancelled')
  return { attendanceId: cancelled.id, is: attendanceById(stored.journey, cancelled.id)?.absence }
}

describe('a photo of proof that was sent from the phone', () => {
  it('is opened from the task and from the journey, as what it is and without any right', async () => {
    expect(wordsOf((await sends(png)).text)).toContain('uw bewijs is binnen')
    const [first, ...others] = linksOn(await journeyPage())
    expect(new Set(others)).toEqual(new Set([first]))
    expect(linksOn((await client.get('/')).text)).toEqual([first])
    const { status, text, headers } = await client.get(first ?? '')
    expect([status, text]).toEqual([200, png.toString('utf8')])
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': 'inline; filename="bewijs.png"',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    expect(wordsOf(await journeyPage())).toContain('Foto, bewaard tot het bewijs is bekeken')
  })

  it('is not opened in the browser when it is a PDF', async () => {
    await sends(pdf, 'document')
    const { headers } = await client.get(linksOn(await journeyPage())[0] ?? '')
    expect(headers.get('content-disposition')).toBe('attachment; filename="bewijs.pdf"')
  })

  it.each([
    ['in order', 'bewijs', {}, { proof: 'seen', verdict: 'valid' }],
    [
      'not in order',
      'oordeel',
      { geldig: 'nee', bekend: 'awaiting_proof' },
      { proof: 'settled', verdict: 'not_valid' },
    ],
  ] as const)('is gone once it was found %s', async (_, path, fields, expected) => {
    await sends(png)
    const [link = ''] = linksOn(await journeyPage())
    expect(wordsOf(await journeyPage())).toContain('Gezien, niet in orde')
    const { attendanceId: afspraak } = await absence()
    const page = await client.submit(`/trajecten/${id}/${path}`, { ...fields, afspraak, terug: 'traject' })
    expect((await absence()).is).toMatchObject(expected)
    expect(linksOn(page.text)).toEqual([])
    expect(wordsOf(page.text)).toContain('Foto van het bewijs gewist')
    expect((await client.get(link)).status).toBe(404)
  })

  it('is found under its own journey only', async () => {
    await sends(png)
    const [link = ''] = linksOn(await journeyPage())
    const other = id.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    expect((await client.get(link.replace(id, other))).status).toBe(404)
    expect((await client.get(`/trajecten/${id}/bewijs/iets`)).status).toBe(404)
  })

  it('is a file that a phone may send: a larger form than that is refused whole', async () => {
    expect((await sends(Buffer.concat([png, Buffer.alloc(11 * 1024 * 1024)]))).status).toBe(413)
    expect(linksOn(await journeyPage())).toEqual([])
  })
})
