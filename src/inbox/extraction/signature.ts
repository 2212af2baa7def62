/**
 * Where the form ends and the writer's own name and phone number begin. The consulent's number must never become the participant's,
 * so everything from the greeting on is left unread.
 */
export const isSignatureStart = (line: string): boolean => {
  const plain = line.trim()
  return plain === '--' || plain === '—' || greeting.test(plain)
}

/** Only at the start of a line, and only as a whole word: 'groeten uit' may, 'groetjesweg 3' may not start a signature. */
const greeting =
  /^(?:(?:met )?(?:de )?(?:vriendelijke|hartelijke|collegiale|beste|warme|zonnige) groet(?:en|jes)?|(?:met )?groet(?:en|jes)?|(?:(?:vr(?:iend)?|hart|m)\.? ?)?gr(?:tj?s?)?(?=[.,]|$| \p{Lu})|m\.? ?v\.? ?g\.?|hoogachtend|(?:kind|best|warm) regards|verzonden (?:vanaf|met|via)|verstuurd (?:vanaf|met|via)|sent from my)(?![\p{L}\p{N}])/iu
