import type { Rule } from './rule.ts'
import { checkedHtmlAddresses } from './rules/checked-html-addresses.ts'
import { noAmbientInput } from './rules/no-ambient-input.ts'
import { noAmbientTime } from './rules/no-ambient-time.ts'
import { noMunicipality } from './rules/no-municipality.ts'
import { quotedHtmlAttributes } from './rules/quoted-html-attributes.ts'
import { rawHtmlInOneFile } from './rules/raw-html-in-one-file.ts'
import { staticLogMessage } from './rules/static-log-message.ts'

const rules: Readonly<Record<string, Rule>> = {
  'checked-html-addresses': checkedHtmlAddresses,
  'no-ambient-input': noAmbientInput,
  'no-ambient-time': noAmbientTime,
  'no-municipality': noMunicipality,
  'quoted-html-attributes': quotedHtmlAttributes,
  'raw-html-in-one-file': rawHtmlInOneFile,
  'static-log-message': staticLogMessage,
}

/** The house's own lint rules; oxlint loads a plugin by its default export. */
export default { meta: { name: 'opkomst' }, rules }
