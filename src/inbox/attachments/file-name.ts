/** What a name says that the file is. */
export type NamedType =
  | 'pdf'
  | 'docx'
  | 'xlsx'
  | 'csv'
  | 'txt'
  | 'image'
  | 'mail'
  | 'calendar'
  | 'signature'
  | 'macros'
  | 'active_content'
  | 'archive'
  | 'executable'
  /** What Outlook packs a mail in for Outlook. */
  | 'outlook'
  | 'other'

/** Undefined: the name has no ending, or one that says nothing ('Aanmelding mevr. Jansen'). */
export const namedType = (name: string): NamedType | undefined =>
  /^win_?mail\d{0,4}\.dat$/i.test(name.trim()) ? 'outlook' : endings.get(endingOf(name))

/** In lower case, without the dot. Windows ignores dots and spaces at the end of a name. */
const endingOf = (name: string): string => {
  const trimmed = name
    .slice(-longestTail)
    .toLowerCase()
    .replace(/[\s."']+$/, '')
  return trimmed.slice(trimmed.lastIndexOf('.') + 1)
}

const longestTail = 200

const byType: Readonly<Record<Exclude<NamedType, 'outlook'>, string>> = {
  pdf: 'pdf',
  docx: 'docx',
  xlsx: 'xlsx',
  csv: 'csv tsv',
  txt: 'txt',
  image: 'png jpg jpeg jpe jfif gif tif tiff',
  mail: 'eml',
  calendar: 'ics',
  signature: 'p7s sig',
  macros: 'docm dotm xlsm xltm xlam pptm potm ppam ppsm sldm xlsb',
  active_content: 'html htm xhtml shtml mht mhtml svg svgz one onepkg xml xsl xslt swf pub',
  archive: 'zip rar 7z gz tgz tar bz2 xz zst cab arj ace lzh lha z iso img vhd vhdx udf dmg wim',
  executable:
    'exe com scr pif cpl dll sys msi msp msix appx msc bat cmd ps1 psm1 js jse mjs vbs vbe wsf wsh hta jar lnk url scf reg inf chm hlp gadget application sh bash py pl rb php app apk deb rpm elf library-ms search-ms settingcontent-ms iqy slk xll',
  other:
    'doc dot xls xlt ppt pps pptx odt ods odp rtf wps pages numbers msg pst dat json vcf bmp webp heic heif eps ps md log',
}

const endings = new Map<string, NamedType>(
  Object.entries(byType).flatMap(([type, list]) =>
    list.split(' ').map((ending): [string, NamedType] => [ending, type as NamedType]),
  ),
)
