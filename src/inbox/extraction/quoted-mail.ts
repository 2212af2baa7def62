/**
 * Where the mails begin that a mail program put below what was typed: an earlier mail of the thread, or the one that is passed on. What
 * stands there was written by somebody else, at another moment, and mostly holds their own phone number.
 */
export const quotedMailStarts = (lines: readonly string[]): number[] =>
  lines.flatMap((line, index) => (isAnnounced(line) || isHeaderBlock(lines, index) ? [index] : []))

/** Whether a mail program wrote this line above the mail that is passed on or answered. */
export const isAnnounced = (line: string): boolean => announcement.test(line) || reply.test(line)

const announcement =
  /^(?:-{2,}|_{2,})?\s*(?:begin )?(?:oorspronkelijk|origineel|doorgestuurd|original|forwarded)e? (?:bericht|e-?mail|mail|message|afspraak|appointment)\b/i
/** 'Op 3 sep. 2026 om 10:12 schreef P. Jansen <...>:' */
const reply = /^(?:op|on|am|le)\s.{4,200}\b(?:schreef|het volgende geschreven|wrote)\b.{0,200}:\s*$/i

const sender = /^(?:van|from|afzender)\s*\*?:/i
const others =
  /^[*_]*(verzonden|verstuurd|sent|datum|date|aan|to|cc|kopie|onderwerp|subject|beantwoorden|reply-to)\s*\*?:/i

/** One such line may be a line of a form; three below one another are the head of a mail. */
const isHeaderBlock = (lines: readonly string[], from: number): boolean => {
  if (!sender.test(lines[from] ?? '')) return false
  const below = lines.slice(from + 1, from + 9).flatMap((line) => others.exec(line)?.[1]?.toLowerCase() ?? [])
  return new Set(below).size >= 2
}

/** What is typed above a form that is passed on, when it says no more than that: a greeting, 'zie onderstaande aanmelding'. */
export const onlyPassesOn = (lines: readonly string[]): boolean =>
  lines.every((line) => {
    const said = line.trim()
    return (
      said === '' ||
      /^[-_=*]+$/.test(said) ||
      salutation.test(said) ||
      signs.test(said) ||
      (passesOn.test(said) && !/[\d?]/.test(said))
    )
  })

const salutation =
  /^(?:beste|geachte|hallo|hoi|dag|l\.?\s?s\.?|goede(?:morgen|middag|navond)|goeden?dag)\b[^.?!:]{0,60}[,.!]?$/i
const passesOn =
  /^.{0,120}(?:aanmeld|verwijz|hierbij|bijgaand|onderstaand|zie (?:hier)?onder|ter info|fyi|(?:is|zijn) voor (?:jullie|u|je)\b|ter (?:behandeling|verwerking|afhandeling|opvolging|uitvoering)\b|doorgestuurd|doorsturen|stuur .{0,20}\bdoor\b|oppakken).{0,120}$/i

/** The sender's name, job or number under it: a number alone could be a correction, one behind 'T' or 'Tel.' is a signature. */
const signs =
  /^(?:(?:[Tt]|[Tt]el|[Mm]|[Mm]ob|[EeWwFf])[.:]?\s+\S.{0,60}|(?:groet|groeten|mvg|gr)\b.{0,40}|\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|van|de|den|der|el|al|ten|ter)){0,4}|(?:senior |junior )?\p{L}*(?:consulent|regisseur|manager|coach|medewerker|adviseur)\b.{0,60})$/u

/** Whether below a greeting there is no more than who wrote it, how to reach them, and what stands below all their mails. */
export const onlySigns = (lines: readonly string[]): boolean =>
  lines.every((line) => {
    const said = line.trim()
    if (said.length > longestSign || /[.?!]$/.test(said)) return ofLetterhead.test(said)
    return !tellsNews.test(said)
  })

/** In characters. */
const longestSign = 70
const ofLetterhead =
  /vertrouwelijk|bestemd|geadresseerde|aansprakelijk|disclaimer|milieu|rechten|ontvangen|afdrukken|printen?|linkedin|werkdagen|aanwezig|bereikbaar op (?:maan|dins|woens|donder|vrij)dag/i
const tellsNews =
  /[?]|\b(?:is|nu|nieuwe?|gewijzigd|wordt|moet|niet|let op|ps|p\.s|klopt|juiste?|inmiddels|wel|graag|voorlopig)\b/i

/** What was typed above earlier mails. */
export const aboveQuoted = (text: string): string => {
  const lines = text.split('\n')
  const [end = lines.length] = quotedMailStarts(lines)
  return lines.slice(0, end).join('\n')
}
