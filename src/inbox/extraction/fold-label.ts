/** Case, accents, spaces, dots and dashes do not matter in a label: 'Cliënt-nr.' and 'clientnr' are the same. */
export const foldLabel = (label: string): string =>
  plainText.test(label) ? label.toLowerCase().replaceAll(/[^a-z0-9]/g, '') : [...label].map(foldCharacter).join('')

const plainText = /^[ -~\t]*$/

/** One character of a label as it is compared; '' for what does not matter. */
export const foldCharacter = (char: string): string => {
  if (char >= 'a' && char <= 'z') return char
  if (char < '\u0080') return /[A-Z0-9]/.test(char) ? char.toLowerCase() : ''
  return char
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}
