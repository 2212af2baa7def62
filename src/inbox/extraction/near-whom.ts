import type { FormField } from '#src/domain/contract/contract.ts'
import { isPrefix } from '#src/domain/values/name-words.ts'
import { namesAnother } from './phone-label.ts'
import { foldLabel } from './fold-label.ts'

/**
 * Whose a phone number may be besides the participant's, by what stands above it: a sender's block over the form, a signature without a
 * greeting, a job coach or an employer by name. What may be of another is taken with doubt.
 */
export class NearWhom {
  private near: 'nobody' | 'consulent' | 'another' | 'writer' = 'nobody'
  private inAddress = false

  /** Of a birth date nobody asks the consulent. */
  mayOwn(field: FormField): boolean {
    if (field === 'birth_date') return this.near === 'another'
    return this.near !== 'nobody' && (field === 'phone' || field === 'email')
  }

  /** A label that asks of the participant, or a heading. */
  leave(): void {
    this.near = 'nobody'
    this.inAddress = false
  }

  /** An empty line ends what is said of another; a signature may have some. */
  leaveParagraph(): void {
    if (this.near !== 'writer') this.near = 'nobody'
  }

  meetConsulent(): void {
    this.near = 'consulent'
  }

  /** A label that we do not keep, or do not know, with what stands behind it. */
  passLabel(label: string, value: string): void {
    const folded = foldLabel(label)
    this.inAddress = ofAddress.test(folded)
    if (ofWriter.test(folded)) this.near = 'writer'
    else if (value !== '' && this.near !== 'writer' && (namesAnother(label) || isWholeName(value)))
      this.near = 'another'
  }

  /** A line without a label. */
  passText(text: string): void {
    if (isClosing.test(text) || (!this.inAddress && isSigned(text))) this.near = 'writer'
  }
}

/** What the writer of a mail has above or below it, and no participant: their own line of the address book. */
const ofWriter =
  /^(?:van|from|afzender|verzender|sender|aanwezig|werkdagen|functie|doorkiesnummer|bezoekadres|website|mijnnaam|uwnaam|uwfunctie|uwafdeling)$/
const ofAddress = /adres|straat|woonplaats|postcode|^plaats|^pc/

const isClosing = /^(?:alvast|heel |veel |hartelijk |bij voorbaat )*(?:bedankt|dank|thanks|b\.?v\.?d\b)/i

/** 'Anneke Schuurmans', 'Gemeente Heuvelrade': nothing but words with a capital, and no heading of a form. */
export const isSigned = (text: string): boolean => {
  const words = text.split(/\s+/)
  return (
    words.length <= mostWords && !isHeading.test(text) && /\p{Ll}/u.test(text) && words.every((word) => isOfName(word))
  )
}

const mostWords = 6
const isHeading =
  /gegevens|contact|bereikbaar|aanmeld|verwijz|formulier|intake|traject|deelnemer|kandidaat|klant|cli[eë]nt|inwoner|persoon|telefo|informatie|algemeen|blad|bijlage/i

const isWholeName = (value: string): boolean => value.includes(' ') && isSigned(value)

const isOfName = (word: string): boolean => /^['’]?\p{Lu}[\p{L}\p{M}.'’-]*[,!]?$/u.test(word) || isPrefix(word)
