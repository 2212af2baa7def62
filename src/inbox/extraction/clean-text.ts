import { shownPrivateUse } from '../attachments/symbol-characters.ts'

/**
 * One plain form of text that came from outside: compatibility characters (full-width digits, ligatures, hard spaces) and the boxes of
 * fonts of pictures become the ordinary ones, characters that nobody sees (zero width, soft hyphen, direction marks) go, and every kind of line end is '\n'.
 * Without it a number could be written so that a person reads it and redaction does not.
 */
export const cleanText = (text: string): string =>
  shownPrivateUse(text)
    .normalize('NFKC')
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u00AD\u034F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF]/g, '')
    .replace(/[^\P{Cc}\t\n]/gu, '')
