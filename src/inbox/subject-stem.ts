import type { EmailAddress } from '#src/domain/values/email-address.ts'

/** Put before the subject of an earlier mail by who answers it, passes it on or calls it back ('Recall: ', 'Intrekken: '). */
const prefix =
  /^\s*(?:re|antw|antwoord|aw|sv|fw|fwd|doorst|tr|wg|(?:(?:bericht|e-?mail|message) )?(?:recall|intrekken|intrekking|ingetrokken|terugroepen|geannuleerd|annulering|annuleren|cancell?ed)(?: van| of)?|wijziging|correctie)\s*(?:\[\d+\])?\s*:\s*/i

/** Equal for a mail and for what the same sender sends about it under the same subject; '' when one of the two is not there. */
export const stemOf = (subject: string, from: EmailAddress | undefined): string => {
  let rest = subject
  while (prefix.test(rest)) rest = rest.replace(prefix, '')
  const said = rest.replace(/\s+/g, ' ').trim().toLowerCase()
  return from === undefined || said === '' ? '' : `${from} ${said}`
}
