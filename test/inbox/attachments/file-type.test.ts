import { expect, it } from 'vitest'
import { docxOf, paragraph, rowsXml, xlsxOf, zipOf } from './made-office.ts'
import { handMadePdf, pdfWith } from './made-pdf.ts'
import { read } from './reading-of.ts'

const bytes = (start: string, length = 600): Buffer =>
  Buffer.concat([Buffer.from(start, 'latin1'), Buffer.alloc(length)])
const compound = (...streams: string[]): Buffer =>
  Buffer.concat([
    bytes('\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1'),
    ...streams.map((name) => Buffer.from(name, 'utf16le')),
  ])
const docx = docxOf(paragraph('Naam: Sanne'))
const xlsx = xlsxOf([{ name: 'Blad1', xml: rowsXml(['Naam', 'Sanne']) }])
const pdf = await pdfWith(({ write }) => write('Naam: Sanne', 50, 100))
const oid = (type: number): string =>
  `\u0006\u0009\u002A\u0086\u0048\u0086\u00F7\u000D\u0001\u0007${String.fromCharCode(type)}`
const cms = (type: number): Buffer => bytes(`0\u0080${oid(type)}`)
const sha256 = '1\u000F0\u000D\u0006\u0009\u0060\u0086\u0048\u0001\u0065\u0003\u0004\u0002\u0001\u0005\0'
/** Signed data as `openssl cms -sign` begins it: beside a mail (the type of it and no more), or around it. */
const signedData = (data: string): Buffer =>
  bytes(`0\u0082\u0005\u00A0${oid(2)}\u00A0\u0082\u0005\u00910\u0082\u0005\u008D\u0002\u0001\u0001${sha256}${data}`)
const detached = signedData(`0\u000B${oid(1)}\u00A0\u0082\u0003\u0010`)
const detachedStream = signedData(`0\u0080${oid(1)}\0\0\u00A0\u0082\u0003\u0010`)
const opaque = signedData(`0\u0082\u0001\u0010${oid(1)}\u00A0\u0082\u0001\u0004\u0004\u0082\u0001\0Naam: Sanne`)
const opaqueStream = signedData(`0\u0080${oid(1)}\u00A0\u0080\u0024\u0080\u0004\u0082\u0001\0Naam: Sanne`)

it.each<[string, string, Buffer | string, string?]>([
  ['pdf', 'Aanmelding mevr. De Vries', pdf],
  ['pdf', 'aanmelding.PDF', Buffer.concat([Buffer.from('\r\n\r\n'), pdf])],
  ['docx', 'aanmelding.docx', docx],
  ['docx', '', docx],
  ['xlsx', 'lijst.xlsx', xlsx],
  ['csv', 'lijst.csv', 'Naam;Sanne'],
  ['csv', '', 'Naam;Sanne', 'text/csv; charset=utf-8'],
  ['txt', 'aanmelding.txt', 'Naam: Sanne'],
  ['txt', '', 'Naam: Sanne', 'text/plain'],
])('%s is read: %j', async (type, name, content, declared) => {
  expect(await read(name, content, declared)).toMatchObject({ kind: 'text', type })
})

it.each<[string, string, Buffer | string, string?]>([
  ['image', 'scan.png', bytes('\u0089PNG\r\n\u001A\n')],
  ['image', 'scan.jpg', bytes('\u00FF\u00D8\u00FF\u00E0')],
  // A telephone names them as it likes.
  ['image', 'scan.png', bytes('\u00FF\u00D8\u00FF\u00E0')],
  ['image', 'logo.gif', bytes('GIF89a')],
  ['image', 'scan.tiff', bytes('II*\0')],
  ['mail', 'bericht.eml', 'From: a@voorbeeldstad.example\r\n\r\nHallo'],
  ['mail', '', 'Received: x\r\n\r\nHallo', 'message/rfc822'],
  ['calendar', 'afspraak.ics', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR'],
  ['signature', 'smime.p7s', cms(2)],
  ['signature', 'smime.p7s', detached],
  ['signature', 'smime.p7s', detachedStream],
  ['signature', 'signature.asc', '-----BEGIN PGP SIGNATURE-----\n'],
])('%s is allowed: %j', async (kind, name, content, declared) => {
  expect(await read(name, content, declared)).toEqual({ kind })
})

it.each<[string, string, Buffer | string, string?]>([
  ['executable', 'formulier.exe', bytes('MZ')],
  ['executable', 'formulier', bytes('MZ')],
  ['executable', 'formulier.pdf.exe', pdf],
  ['executable', 'formulier.exe. ', pdf],
  ['executable', 'formulier.lnk', bytes('L\0\0\0\u0001\u0014\u0002\0')],
  ['executable', 'formulier.js', 'alert(1)'],
  ['executable', 'formulier.vbs', 'MsgBox 1'],
  ['executable', '', '#!/bin/sh\n'],
  ['executable', '', 'alert(1)', 'text/javascript'],
  ['active_content', 'formulier.html', '<p>Naam: Sanne</p>'],
  ['active_content', 'formulier', '<!DOCTYPE html><script>alert(1)</script>'],
  ['active_content', 'logo.svg', '<svg onload="alert(1)"/>'],
  ['active_content', 'notities.one', bytes('\u00E4\u0052\u005C\u007B\u008C\u00D8\u00A7\u004D')],
  ['archive', 'alles.zip', zipOf({ 'a.txt': 'Naam: Sanne' })],
  ['archive', 'alles', zipOf({ 'a.txt': 'Naam: Sanne' })],
  ['archive', 'alles.zip', docx],
  ['archive', 'alles.rar', bytes('Rar!\u001A\u0007')],
  ['archive', 'alles.7z', bytes('7z\u00BC\u00AF\u0027\u001C')],
  ['archive', 'alles.gz', bytes('\u001F\u008B')],
  ['archive', 'schijf', Buffer.concat([Buffer.alloc(32_769), Buffer.from('CD001')])],
  ['archive', 'schijf.iso', Buffer.alloc(100)],
  ['macros', 'formulier.docm', docx],
  ['macros', 'lijst.xlsm', xlsx],
  ['macros', 'formulier.docx', docxOf('', { 'word/vbaProject.bin': 'x' })],
  ['macros', 'formulier.doc', compound('WordDocument', '_VBA_PROJECT')],
  ['unknown_type', 'formulier.doc', compound('WordDocument')],
  ['unknown_type', 'lijst.xls', compound('Workbook')],
  ['unknown_type', 'formulier.rtf', '{\\rtf1 Naam}'],
  ['unknown_type', 'gegevens.dat', bytes('niets\0')],
  ['executable', 'winmail.dat', bytes('MZ')],
  ['other_type_than_named', 'formulier.pdf', bytes('\u0078\u009F\u003E\u0022')],
  ['unknown_type', 'foto.heic', bytes('\0\0\0\u0018ftypheic')],
  ['unknown_type', 'formulier.odt', zipOf({ mimetype: 'application/vnd.oasis.opendocument.text' })],
  ['unknown_type', 'formulier.doc', docx],
  ['unknown_type', 'gegevens', Buffer.from([1, 2, 3, 4])],
  ['unknown_type', 'gegevens', 'Naam: Sanne', 'application/octet-stream'],
  ['other_type_than_named', 'formulier.pdf', bytes('MZ')],
  ['other_type_than_named', 'formulier.pdf', '<html>'],
  ['other_type_than_named', 'formulier.pdf', docx],
  ['other_type_than_named', 'formulier.pdf', 'Naam: Sanne'],
  ['other_type_than_named', 'formulier.docx', pdf],
  ['other_type_than_named', 'formulier.docx', xlsx],
  ['other_type_than_named', 'formulier.docx', zipOf({ 'a.txt': 'x' })],
  ['other_type_than_named', 'formulier.docx', compound('WordDocument')],
  ['other_type_than_named', 'scan.png', pdf],
  ['other_type_than_named', 'bericht.eml', 'Hallo'],
  ['other_type_than_named', 'lijst.csv', Buffer.from([1, 2, 3, 4])],
])('%s is refused: %j', async (why, name, content, declared) => {
  expect(await read(name, content, declared)).toEqual({ kind: 'refused', why })
})

it.each<[string, string, Buffer]>([
  ['password', 'formulier.docx', compound('EncryptedPackage')],
  ['password', 'smime.p7m', cms(3)],
  ['password', 'smime.p7m', cms(6)],
  ['inside_signature', 'smime.p7m', opaque],
  ['inside_signature', 'bericht', opaqueStream],
  ['outlook', 'winmail.dat', bytes('\u0078\u009F\u003E\u0022')],
  ['outlook', 'WINMAIL.DAT', bytes('beschadigd\0')],
  ['outlook', 'noname', bytes('\u0078\u009F\u003E\u0022')],
  ['outlook', 'att00001.dat', bytes('\u0078\u009F\u003E\u0022')],
  ['broken', 'leeg.pdf', Buffer.alloc(0)],
  ['broken', 'formulier.docx', docx.subarray(0, -30)],
  ['broken', 'formulier.pdf', handMadePdf('niets')],
  ['too_large', 'formulier.pdf', Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(30_000_000)])],
])('%s cannot be read: %j', async (why, name, content) => {
  expect(await read(name, content)).toEqual({ kind: 'unreadable', why })
})
