import { Temporal } from 'temporal-polyfill'

/** Who stands for the words of a text: it was written in Dutch, a machine made it, or a person who reads the language approved it. */
export type Approval =
  | { readonly kind: 'written' }
  | { readonly kind: 'machine' }
  /** `on`: a date, as 2026-11-27. */
  | { readonly kind: 'approved'; readonly by: string; readonly on: string }

export interface ReadHeader {
  readonly approval: Approval
  /** The text below the header. */
  readonly body: string
}

const header = /^\{% comment %\}(.*)\{% endcomment %\}$/
const approved = /^vertaling: goedgekeurd door (?<by>\p{L}[\p{L}\p{M}.'’ -]{1,78}) op (?<on>\d{4}-\d{2}-\d{2})$/u

const advice =
  "De eerste regel moet zijn: '{% comment %} vertaling: machine {% endcomment %}', of na goedkeuring '{% comment %} vertaling: goedgekeurd door <naam> op <jaar-maand-dag> {% endcomment %}'."

/**
 * Reads the first line of a translated text. Strict: a header that almost says that somebody approved it must not count as if they had,
 * nor silently as if they had not. Throws in Dutch, with what to write.
 */
export function readHeader(source: string): ReadHeader {
  const [first = '', ...rest] = source.replace(/^\uFEFF/, '').split(/\r?\n/)
  const said = header.exec(first.trimEnd())?.[1]?.trim()
  if (said === undefined) throw new Error(`de kop ontbreekt. ${advice}`)
  return { approval: approvalIn(said), body: rest.join('\n') }
}

function approvalIn(said: string): Approval {
  if (said === 'vertaling: machine') return { kind: 'machine' }
  const { by, on } = approved.exec(said)?.groups ?? {}
  if (by === undefined || on === undefined) throw new Error(`de kop klopt niet. ${advice}`)
  if (!isDate(on)) throw new Error(`de kop noemt een dag die niet bestaat (${on}). Schrijf die als jaar-maand-dag.`)
  return { kind: 'approved', by: by.trim(), on }
}

function isDate(text: string): boolean {
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}
