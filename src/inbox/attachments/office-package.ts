import { refused, unreadable } from './attachment-reading.ts'
import { readXml } from './xml.ts'
import type { ZipEntries } from './zip-entries.ts'

export interface Relationship {
  readonly id: string
  /** The last word of its type: 'styles', 'header'. */
  readonly type: string
  /** The name of a part, or an address outside of the file. */
  readonly target: string
  readonly external: boolean
}

export type OfficeType = 'docx' | 'xlsx'

/** What an Office file is, and its main part; undefined: it is another zip. Whatever runs in it is refused first. */
export const officeTypeOf = (zip: ZipEntries): { type: OfficeType; main: string } | undefined => {
  const types = zip.read('[content_types].xml')
  if (types === undefined) return undefined
  if (hasMacros(zip, types)) throw refused('macros')
  const main = relationshipsOf(zip, '').find(({ type }) => type === 'officedocument')?.target
  if (main === undefined) throw unreadable('broken')
  const type = main.startsWith('word/') ? 'docx' : main.startsWith('xl/') ? 'xlsx' : undefined
  if (type === undefined || !main.endsWith('.xml')) throw refused('unknown_type')
  if (runs(zip)) throw refused('active_content')
  return { type, main }
}

const hasMacros = (zip: ZipEntries, types: Buffer): boolean =>
  types.includes('macroEnabled') || zip.names.some((name) => /vbaproject|\/(?:macrosheets|dialogsheets)\//.test(name))

/** Parts and relationships with which a program starts something, or takes something in from elsewhere. */
const runs = (zip: ZipEntries): boolean =>
  zip.names.some((name) => /\/activex\/|\/embeddings\/.*\.bin$|\/connections\.xml$/.test(name)) ||
  zip.names.some((name) => name.endsWith('.rels') && relationshipsIn(zip, name).some(isActive))

const activeTypes = new Set(['oleobject', 'control', 'activexcontrolbinary', 'afchunk', 'frame', 'subdocument'])

/** A template on the share of the office is in most documents; one on the web is how a document fetches macros. */
const isActive = ({ type, target, external }: Relationship): boolean =>
  activeTypes.has(type) || (type === 'attachedtemplate' && external && /^(?:https?|ftp|mhtml):/i.test(target))

/** The relationships of a part ('' is the package itself), internal targets as names of parts. */
export const relationshipsOf = (zip: ZipEntries, part: string): Relationship[] => {
  const slash = part.lastIndexOf('/') + 1
  return relationshipsIn(zip, `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`)
}

const relationshipsIn = (zip: ZipEntries, rels: string): Relationship[] => {
  const xml = zip.read(rels)
  if (xml === undefined) return []
  const folder = rels.replace(/_rels\/[^/]*$/, '')
  const found: Relationship[] = []
  readXml(xml, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return
      const external = attributes.get('TargetMode') === 'External'
      const target = attributes.get('Target') ?? ''
      const type = attributes.get('Type') ?? ''
      found.push({
        id: attributes.get('Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1).toLowerCase(),
        target: external ? target : partName(folder, target),
        external,
      })
    },
    text: () => undefined,
    close: () => undefined,
  })
  return found
}

const partName = (folder: string, target: string): string => {
  const names: string[] = []
  for (const name of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (name === '..') names.pop()
    else if (name !== '' && name !== '.') names.push(name)
  }
  return names.join('/').toLowerCase()
}
