import { readFileSync } from 'node:fs'

const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  scripts: { start: string }
}

/** What `npm start` tells Node: how much memory the program takes depends on it. */
export const nodeOptions: readonly string[] = scripts.start.match(/--\S+/g) ?? []
