import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { main } from '#src/app/commands/main.ts'
import { marker, startSmallClamd } from '#test/support/small-clamd.ts'

const corpus = path.join(import.meta.dirname, '../../inbox/corpus')
const mail = (name: string): string => path.join(corpus, 'mails', name)
const settings = path.join(corpus, 'settings.yaml')

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'opkomst-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(...args: string[]) {
  const lines: string[] = []
  const problems: string[] = []
  const code = await main(['inbox', 'read', ...args], {
    line: (text) => lines.push(text),
    json: (value) => lines.push(JSON.stringify(value)),
    problem: (text) => problems.push(text),
    progress: () => undefined,
  })
  return { code, lines, problems: problems.join('\n') }
}

const settingsFile = async (text: string): Promise<string> => {
  const file = path.join(folder, `${String(text.length)}.yaml`)
  await writeFile(file, text)
  return file
}

describe('reading files', () => {
  it('prints one line of JSON per file, in the order given, with the file as given', async () => {
    const first = mail('001-klant-compleet.eml')
    const given = [path.relative(process.cwd(), first), first, mail('002-deelnemer-andere-volgorde.eml')]
    const { code, lines, problems } = await run(...given, '--json', '--settings', settings)
    expect({ code, problems }).toEqual({ code: 0, problems: '' })
    const printed = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(printed.map(({ file }) => file)).toEqual(given)
    expect(printed.map(({ kind }) => kind)).toEqual(['referral', 'duplicate', 'referral'])
    expect(printed[0]).toEqual({
      file: given[0],
      kind: 'referral',
      participants: [
        {
          name: 'Fatma Yılmaz',
          phone_e164: '+31612340001',
          client_number: '260001',
          email: 'f.yilmaz@post.example',
          birth_date: '1987-04-03',
          language: 'tr',
          interpreter: true,
          municipality: 'Tilburg',
          product: 'Ontwikkeltraject 6 maanden',
          risk: 'raised',
        },
      ],
      consulent: { name: 'Joke van Dijk', email: 'j.vandijk@tilburg.example' },
      bsn_present: false,
      needs_human: true,
      why: 'own_sentences',
    })
    expect(printed[1]).toMatchObject({ participants: [], needs_human: false })
    expect(printed[2]).toMatchObject({ needs_human: false, why: null })
  }, 120_000)

  it('lets a sentence that we know to be harmless pass when the settings say that own sentences need not wait', async () => {
    const all = await readFile(settings, 'utf8')
    const trusting = await settingsFile(all.replaceAll('    domains:', '    own_sentences_wait: false\n    domains:'))
    const { lines } = await run(mail('001-klant-compleet.eml'), '--json', '--settings', trusting)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ kind: 'referral', needs_human: false, why: null })
  }, 120_000)

  it('says in words what it is, and believes nobody without settings that name them', async () => {
    const { code, lines } = await run(mail('001-klant-compleet.eml'))
    expect(code).toBe(0)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/001-klant-compleet\.eml: referral, 1 deelnemer\(s\), wacht op een mens \(\w+\)$/)
  }, 120_000)
})

describe('with a virus scanner', () => {
  afterEach(() => vi.unstubAllEnvs())
  /** A complete referral with a letter beside it. */
  const withFile = async (content: string): Promise<string> => {
    const file = path.join(folder, `brief-${String(content.length)}.eml`)
    const lines = [
      'Authentication-Results: mx.aanbieder.example; dkim=pass header.d=stad.example; dmarc=pass header.from=stad.example',
      'From: p.jansen@stad.example',
      'Subject: Aanmelding',
      'Message-ID: <met-brief@stad.example>',
      'Content-Type: multipart/mixed; boundary=grens',
      '',
      '--grens',
      '',
      'Naam: Fatima el Amrani',
      'Klantnummer: 2026-4711',
      'Mobiel: 0612345678',
      '--grens',
      'Content-Disposition: attachment; filename="brief.txt"',
      '',
      content,
      '--grens--',
      '',
    ]
    await writeFile(file, lines.join('\r\n'))
    return file
  }
  const read = async (content: string) => {
    const believed = 'authserv_id: mx.aanbieder.example\ncontracts:\n  - id: stad\n    domains: [stad.example]\n'
    const { lines, problems } = await run(await withFile(content), '--json', '--settings', await settingsFile(believed))
    return { ...(JSON.parse(lines[0] ?? '{}') as Record<string, unknown>), problems }
  }

  it('each attachment is scanned before it is opened', async () => {
    await using clamd = await startSmallClamd()
    vi.stubEnv('CLAMD_URL', clamd.url)
    expect(await read('Groet!')).toMatchObject({ kind: 'referral', needs_human: false, problems: '' })
    expect(clamd.scanned.map(String)).toEqual(['Groet!'])
    expect(await read(marker)).toMatchObject({ kind: 'unreadable', needs_human: true })
  }, 120_000)

  it('that does not answer it says so, and opens no attachment', async () => {
    vi.stubEnv('CLAMD_URL', 'unix:/nergens/clamd.ctl')
    const { problems, ...printed } = await read('Groet!')
    expect(printed).toMatchObject({ kind: 'referral', needs_human: true, why: 'attachment_not_read' })
    expect(problems).toContain('De virusscanner antwoordt niet, dus bijlagen worden niet geopend')
  }, 120_000)

  it('whose address is none it reads nothing', async () => {
    vi.stubEnv('CLAMD_URL', 'localhost:3310')
    const { code, lines, problems } = await run(mail('001-klant-compleet.eml'), '--json')
    expect([code, lines]).toEqual([1, []])
    expect(problems).toContain('CLAMD_URL: hier hoort een adres als tcp://127.0.0.1:3310')
  })
})

describe('what cannot be read is refused, with advice, before anything is read', () => {
  it('a file that is not there', async () => {
    const { code, lines, problems } = await run(mail('001-klant-compleet.eml'), mail('weg.eml'), '--json')
    expect([code, lines]).toEqual([1, []])
    expect(problems).toContain('weg.eml is niet te lezen: kijk of het bestand er is.')
  })

  it('a folder in place of a file', async () => {
    const { code, problems } = await run(folder)
    expect(code).toBe(1)
    expect(problems).toContain('is niet te lezen')
  })

  it.each([
    ['a settings file that is not there', undefined, 'het bestand is er niet'],
    ['no YAML', 'own: [', 'het is geen YAML'],
    ['a key that we do not know', 'authservid: mx.example', "'authservid' kennen wij niet"],
    ['a text in place of a list', 'contracts: tilburg', 'contracts: hier hoort een lijst'],
    ['what is missing', 'contracts:\n  - id: a', 'contracts.0.domains: hier hoort een lijst'],
    [
      'a domain that is none',
      'contracts:\n  - id: a\n    domains: ["p@stad.example"]',
      'contracts.0.domains.0: schrijf een maildomein',
    ],
    ['an address that is none', 'own:\n  addresses: [stad.example]', 'own.addresses.0: schrijf een mailadres'],
    ['a contract without domains', 'contracts:\n  - id: a\n    domains: []', 'contracts.0.domains'],
  ])('%s', async (_, text, words) => {
    const file = text === undefined ? path.join(folder, 'weg.yaml') : await settingsFile(text)
    const { code, lines, problems } = await run(mail('001-klant-compleet.eml'), '--json', '--settings', file)
    expect([code, lines]).toEqual([1, []])
    expect(problems).toContain(words)
  })

  it('no file at all is wrong use', async () => {
    expect((await run('--json')).code).toBe(2)
  })
})
