import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { TextPaths } from '#src/app/knowledge/text-paths.ts'
import { projectTexts } from './universe.ts'

/** The texts of the project, put in this folder, under whose contract of Lansingerland a photo of proof is allowed: none of ours allows one. */
export function textsWithPhotos(folder: string): TextPaths {
  const contracts = path.join(folder, 'contracts')
  cpSync(projectTexts.contracts, contracts, { recursive: true })
  const file = path.join(contracts, 'lansingerland.yaml')
  const text = readFileSync(file, 'utf8')
  const allowed = text.replace(
    '\nabsence:\n',
    '\nabsence:\n  proof_photo: { basis: { house: afgesproken met deze opdrachtgever } }\n',
  )
  if (allowed === text) throw new Error('the contract file no longer says where its rules on absence begin')
  writeFileSync(file, allowed)
  return { ...projectTexts, contracts }
}
