import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import { arrive, formLines, pointerMail, writtenMail } from '#test/console/waiting-mails.ts'
import { makeTemporaryFolder, removeFolder } from '#test/support/temporary-folder.ts'
import { amsterdam, createTestUniverse } from '#test/support/universe.ts'
import { serveConsole, type ServedConsole } from './served-console.ts'

const executablePath = process.env['OPKOMST_TEST_CHROMIUM'] ?? '/usr/bin/chromium'
const hasChromium = existsSync(executablePath)
const title = hasChromium
  ? 'a message that was announced, in a browser'
  : 'a message that was announced, in a browser (needs Chromium: set OPKOMST_TEST_CHROMIUM to its path)'

/** One story: the announcement on Monday, the content on Wednesday, by keyboard and on a phone. */
describe.skipIf(!hasChromium)(title, { timeout: 90_000 }, () => {
  let universe: Universe
  let served: ServedConsole
  let browser: Browser
  let page: Page
  const folder = makeTemporaryFolder()
  const asked: string[] = []

  beforeAll(async () => {
    universe = await createTestUniverse('2026-11-02T09:15')
    served = await serveConsole(universe)
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    page = await browser.newPage({ viewport: { width: 390, height: 844 }, baseURL: served.address })
    page.setDefaultTimeout(15_000)
    page.on('request', (request) => asked.push(request.url()))
    await arrive(universe, pointerMail())
    universe.clock.moveTo(amsterdam('2026-11-04T10:00'))
    await universe.settle()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await served?.close()
    await universe?.close()
    removeFolder(folder)
  }, 60_000)

  it('tells what to do, and its term, within a phone and without anything to follow', async () => {
    await page.goto('/aanmeldingen')
    await page.getByRole('link', { name: 'Bekijk' }).first().click()
    await page.getByText('Ga zelf naar ZIVVER').waitFor()
    expect(await page.locator('.arrival').textContent()).toContain('Intake gehouden, uiterlijk')
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await page.locator('a[href*="zivver"]').count()).toBe(0)
  })

  it('takes the file in by keyboard, and shows what was read', async () => {
    const file = join(folder, 'bericht.eml')
    const text = formLines({ 'Naam deelnemer': 'Noor Haddad', Klantnummer: 'K-701', Mobiel: '06 1234 5691' })
    writeFileSync(file, writtenMail({ text }))
    await page.getByRole('link', { name: 'Ik heb het bericht geopend, inhoud toevoegen' }).press('Enter')
    await page.getByLabel('Mail (.eml)').setInputFiles(file)
    await page.getByRole('button', { name: 'Mail toevoegen' }).press('Enter')
    await page.getByText('De mail is opgeslagen en wordt nu gelezen.').waitFor()
    await expect
      .poll(async () => {
        await page.reload()
        return page.getByLabel('Klantnummer').count()
      })
      .toBe(1)
    expect(await page.getByLabel('Naam', { exact: true }).inputValue()).toBe('Noor Haddad')
    expect(await page.locator('mark').allTextContents()).toContain('K-701')
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(390)
  })

  it('becomes a journey whose terms count from the announcement', async () => {
    await page.getByRole('button', { name: 'Aannemen en intake plannen' }).press('Enter')
    await page.getByText('De aanmelding is aangenomen.').waitFor()
    const [id] = await universe.journeys()
    const stored = id && (await universe.journey(id))
    expect(stored?.journey.receivedAt.equals(amsterdam('2026-11-02T09:15'))).toBe(true)
    expect(await universe.rows.mails.waiting()).toEqual([])
  })

  it('fits a phone with everything unfolded, also when the person has a journey already', async () => {
    const text = formLines({ 'Naam deelnemer': 'Noor Haddad', Klantnummer: 'K-701', Mobiel: '06 1234 5692' })
    const id = await arrive(universe, { text, signed: false })
    await page.goto(`/aanmeldingen/${id}`)
    for (const summary of await page.locator('summary').all()) await summary.press('Enter')
    await page.getByText('Hoort bij een traject of een mail die er al is?').waitFor()
    expect(await page.locator('details:not([open])').count()).toBe(0)
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(390)
    await page.getByRole('radio').press('Space')
    await page.getByRole('button', { name: 'Hoort hierbij' }).press('Enter')
    await page.getByText('de mail hoort bij een traject dat er al is').waitFor()
  })

  it('asked nothing of anybody else', () => {
    expect(asked.filter((url) => !url.startsWith(served.address))).toEqual([])
  })
})
