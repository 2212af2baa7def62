import { type AttachmentReading, refused } from './attachment-reading.ts'
import { namedType } from './file-name.ts'
import { readDocx } from './docx.ts'
import { officeTypeOf } from './office-package.ts'
import { readXlsx } from './xlsx.ts'
import { openZip } from './zip-entries.ts'

/** A Word document or a spreadsheet, or an archive: those are not opened. */
export const readOfficeFile = (name: string, content: Buffer): AttachmentReading => {
  const named = namedType(name)
  const zip = openZip(content)
  const office = officeTypeOf(zip)
  if (office === undefined) throw refused(named === undefined ? 'archive' : 'other_type_than_named')
  if (named !== undefined && named !== office.type) throw refused('other_type_than_named')
  return office.type === 'docx' ? readDocx(zip, office.main) : readXlsx(zip, office.main)
}
