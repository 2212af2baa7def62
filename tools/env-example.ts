import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Variables, variableNames, wordsOf, type VariableName } from '#src/app/config/variables.ts'

export const exampleFile = path.join(import.meta.dirname, '../.env.example')

const width = 110

function comment(label: string, text: string): string[] {
  const lines: string[] = []
  let line = `# ${label}`
  for (const word of text.split(' ')) {
    if (line.length + word.length + 1 > width) {
      lines.push(line)
      line = '#  '
    }
    line = `${line} ${word}`
  }
  return [...lines, line]
}

const defaults = Variables.parse({})

/** What stands behind the name: what holds when nothing is set, or an example to fill in. Always out of use, so that a copy changes nothing. */
function value(name: VariableName): string {
  const fallback = defaults[name]
  return fallback === undefined ? (wordsOf(name).example ?? '') : String(fallback)
}

function entry(name: VariableName): string {
  const { what, without } = wordsOf(name)
  return [...comment(`${name}:`, what), ...comment('Niet gezet:', without), `#${name}=${value(name)}`].join('\n')
}

const head = `# Alle instellingen van Opkomst. Geen enkele is nodig om te proberen: 'npm start' begint een demo.
# Kopieer dit bestand naar .env, haal het hekje weg voor wat u zet, en laat de rest staan. Wat in de omgeving staat
# (docker compose, systemd) gaat voor. Staat er een # in een waarde, zet haar dan tussen enkele aanhalingstekens.
# 'npx opkomst doctor' zegt of alles klopt. Gemaakt door tools/env-example.ts.
`

/** The text of .env.example: every variable that there is, with what it does and what happens without it. */
export const exampleText = (): string => `${head}\n${variableNames.map(entry).join('\n\n')}\n`

if (import.meta.main) {
  const text = exampleText()
  const before = await readFile(exampleFile, 'utf8').catch(() => '')
  await writeFile(exampleFile, text)
  process.stdout.write(before === text ? '.env.example was up to date\n' : '.env.example written\n')
}
