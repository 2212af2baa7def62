import { ourLanguages, type Language } from '#src/domain/values/language.ts'

/** The languages beside Dutch: a text or a choice that is missing there goes out in Dutch. */
export const otherLanguages = ourLanguages.filter((language): language is Exclude<Language, 'nl'> => language !== 'nl')
