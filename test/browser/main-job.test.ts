import { existsSync } from 'node:fs'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDemo, type RunningDemo } from './demo.ts'

const executablePath = process.env['OPKOMST_TEST_CHROMIUM'] ?? '/usr/bin/chromium'
const hasChromium = existsSync(executablePath)
const title = hasChromium
  ? 'the main job in a browser'
  : 'the main job in a browser (needs Chromium: set OPKOMST_TEST_CHROMIUM to its path)'

/** One story, in which each test goes on where the one before it stopped: coordinator and participant in turn. */
describe.skipIf(!hasChromium)(title, { timeout: 90_000 }, () => {
  let demo: RunningDemo
  let browser: Browser
  let desk: Page
  let phone: Page
  const complaints: string[] = []

  const openPage = async (viewport: { width: number; height: number }): Promise<Page> => {
    const page = await browser.newPage({ viewport, baseURL: demo.address })
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    return page
  }

  /** Presses the demo's button until the page shows it: nights, weekends and weeks go by in seconds. */
  const windUntil = async (page: Page, selector: string): Promise<void> => {
    for (let n = 0; n < 60; n++) {
      if ((await page.locator(selector).count()) > 0) return
      await page.getByRole('button', { name: /^Spoel vooruit/ }).click()
      await page.waitForTimeout(400) // what came due is done by a worker, a moment later
      await page.reload()
    }
    throw new Error(`wound on and on, and the page never showed ${selector}`)
  }

  /** What a page shows now in the places that a selector names. */
  const seen = async (path: string, selector: string): Promise<string[]> => {
    await desk.goto(path)
    return desk.locator(selector).allTextContents()
  }

  beforeAll(async () => {
    demo = await startDemo()
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    desk = await openPage({ width: 1280, height: 900 })
    phone = await openPage({ width: 390, height: 844 })
    for (const page of [desk, phone]) page.setDefaultTimeout(15_000)
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await demo?.stop()
  }, 60_000)

  it('shows the referrals of the demo as they arrive', async () => {
    await desk.goto('/')
    await expect.poll(() => seen('/aanmeldingen', 'dd'), { timeout: 30_000, interval: 500 }).toEqual(['3', '2', '1'])
  })

  it('invites the participant, who answers yes on the phone', async () => {
    await phone.goto('/telefoon')
    await phone.getByRole('link', { name: 'Open telefoon' }).last().click()
    await windUntil(phone, '.bubble:has-text("Hoi Fatima")')
    await phone.getByRole('button', { name: /^1\s*Ja/ }).click()
    await phone.getByText('Fijn, tot').waitFor({ timeout: 15_000 }) // the screen refreshes itself
    expect(await phone.getByRole('button', { name: /^1/ }).count()).toBe(0)
  })

  it('shows the coordinator that the appointment is confirmed, and that nobody can be marked yet', async () => {
    await desk.goto('/deelnemers')
    await desk.getByLabel('Zoek een deelnemer').fill('yilm')
    await desk.getByRole('button', { name: 'Zoek' }).click()
    await desk.getByRole('link', { name: 'Fatima Yilmaz' }).click()
    await desk.getByText('De deelnemer bevestigde de afspraak').first().waitFor()
    expect(await desk.getByRole('button', { name: 'Kwam niet' }).count()).toBe(0)
    expect(await desk.getByText('Na het begin vult u hier in wie er kwam.').count()).toBe(1)
  })

  it('says that there is news when the participant writes, and moves nothing on the page before it is asked for', async () => {
    await phone.getByLabel('Uw bericht').fill('Ik heb een vraag over de plek')
    await phone.getByRole('button', { name: 'Stuur' }).click()
    await desk.getByRole('link', { name: 'Er is iets nieuws. Toon het' }).click({ timeout: 20_000 })
    await desk.locator('.bubble', { hasText: 'Ik heb een vraag over de plek' }).waitFor()
    await desk.getByRole('button', { name: 'Afvinken' }).first().click()
    expect(await desk.locator('.said').first().textContent()).toBe('De taak is afgevinkt.')
  })

  it('tells the consulent in time that the participant did not come', async () => {
    await windUntil(desk, 'button:text-is("Kwam niet")')
    await desk.getByRole('button', { name: 'Kwam niet', exact: true }).first().click()
    await desk.getByText('Genoteerd: de deelnemer is niet gekomen.').waitFor()
    await windUntil(desk, '.mail summary:has-text("niet verschenen")')
    await desk.goto('/mails')
    const mail = desk.locator('.mail', { hasText: 'niet verschenen' }).first()
    await mail.locator('summary').click()
    const text = await mail.locator('.quote').textContent()
    expect(text).toContain('Fatima Yilmaz (klantnummer K-20411) is niet gekomen')
    // A house rule means nothing to a consulent: the mail says by when, and no clause that is not there.
    expect(text).toMatch(/Wij melden dit binnen de termijn \(uiterlijk \w\w \d+ \w+ \d{4}, 17:00\)/)
  })

  it('takes it back when the participant reacts after all', async () => {
    await phone.reload()
    await phone.getByLabel('Uw bericht').fill('Sorry, ik was het vergeten')
    await phone.getByRole('button', { name: 'Stuur' }).click()
    await expect
      .poll(() => seen('/mails', '.mail:has-text("Aanvulling op") .subject'), { timeout: 20_000, interval: 500 })
      .toHaveLength(1)
  })

  it('begins the work high on a phone, with every part of the menu in reach of the keyboard', async () => {
    const narrow = await openPage({ width: 390, height: 844 })
    await narrow.goto('/mails')
    const top = await narrow.locator('main').evaluate((main) => main.getBoundingClientRect().top)
    expect(top).toBeLessThan(150)
    for (const words of ['Vandaag', 'Aanmeldingen', 'Deelnemers', 'Mails', 'Telefoon']) {
      const link = narrow.locator('.menu').getByRole('link', { name: words })
      await link.focus()
      const { left, right, height } = await link.evaluate((at) => {
        const { left, right, height } = at.getBoundingClientRect()
        return { left, right, height }
      })
      expect(left).toBeGreaterThanOrEqual(0)
      expect(right).toBeLessThanOrEqual(390)
      expect(height).toBeGreaterThanOrEqual(44)
    }
    expect(await narrow.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(390)
    await narrow.close()
  })

  it('needs no scrolling sideways, also where a page is as narrow as one that is read four times enlarged', async () => {
    const narrow = await openPage({ width: 320, height: 640 })
    await narrow.goto('/deelnemers')
    const journey = await narrow.locator('a[href^="/trajecten/"]').first().getAttribute('href')
    for (const address of ['/', '/aanmeldingen', '/deelnemers', '/mails', '/telefoon', '/teksten', journey ?? '']) {
      await narrow.goto(address)
      expect(await narrow.locator('html').evaluate((html) => html.scrollWidth), address).toBeLessThanOrEqual(320)
    }
    await narrow.close()
  })

  it('puts the keyboard on what is wrong in a form, and each fault leads to its field', async () => {
    await desk.goto('/aanmeldingen')
    await desk.getByRole('link', { name: 'Bekijk' }).first().click()
    await desk.getByLabel('Klantnummer').fill('')
    await desk.getByRole('button', { name: 'Aannemen en intake plannen' }).click()
    await desk.getByText('Nog niet goed. Er is niets opgeslagen.').waitFor()
    expect(await desk.locator(':focus').getAttribute('role')).toBe('alert')
    expect(await desk.title()).toMatch(/^Fout: /)
    await desk.keyboard.press('Tab')
    await desk.keyboard.press('Enter')
    await expect.poll(() => desk.locator(':focus').getAttribute('id')).toBe('klantnummer')
    complaints.splice(0, complaints.length, ...complaints.filter((words) => !words.includes('422')))
  })

  it('lets a person take in the mail that waited', async () => {
    await desk.goto('/aanmeldingen')
    await desk.getByRole('link', { name: 'Bekijk' }).first().click()
    await desk.getByRole('button', { name: 'Aannemen en intake plannen' }).click()
    await desk.getByText('De aanmelding is aangenomen.').waitFor()
    expect(await desk.getByRole('heading', { level: 1 }).textContent()).toBe('Noor Haddad')
  })

  it('works without JavaScript: forms post, and a link refreshes', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: demo.address })
    const plain = await context.newPage()
    await plain.goto('/telefoon')
    await plain.getByRole('link', { name: 'Open telefoon' }).last().click()
    await plain.getByLabel('Uw bericht').fill('STOP')
    await plain.getByRole('button', { name: 'Stuur' }).click()
    await expect
      .poll(
        async () => {
          await plain.getByRole('link', { name: 'Ververs' }).click()
          return plain.locator('.bubble').last().textContent()
        },
        { timeout: 20_000, interval: 200 },
      )
      .toContain('U krijgt geen berichten meer van ons.')
    await context.close()
  })

  it('had nothing to complain of in the browser', () => {
    expect(complaints).toEqual([])
  })
})
