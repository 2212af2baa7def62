import { digitWords } from '../text.ts'

/** Dates and times of day stay whole; a border or a comma is a token of its own. */
const token = new RegExp(
  `\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}(?!\\d)|\\d{1,2}[/-]\\d{1,2}(?![\\d.:])|\\d{1,2}[:.]\\d{2}(?!\\d)|${digitWords}|\\d+|[\\p{L}\\p{M}]+|[.!?,;\\n\\u061f\\u060c\\u1362\\u1363]+`,
  'gu',
)

/** Where one thought ends and another may begin. */
export const isBreak = (token: string): boolean => /^[.!?,;\n]/.test(token)

/** 'T/m' is one word, and its 't' no article. */
const together = (message: string): string => message.replaceAll(/\bt ?\/ ?m\b/g, 'tm')

/** @param message as `plain` writes it */
export const momentTokens = (message: string): string[] => together(message).match(token) ?? []
