export interface Attachment {
  /** As the mail names it; '' when it does not. */
  readonly name: string
  /** The media type that the mail claims, with or without parameters. */
  readonly declaredType: string
  readonly content: Buffer
  /** It is shown in the text, as a logo is. */
  readonly isInText?: true
}

export type TextType = 'pdf' | 'docx' | 'xlsx' | 'csv' | 'txt'

/** What one attachment says. Total: whatever the bytes are, there is exactly one of these. */
export type AttachmentReading =
  | {
      readonly kind: 'text'
      readonly type: TextType
      /** One line per row, a tab between cells: what the reader of labelled lines takes for a form. */
      readonly text: string
      /** What a reader of the page does not see as the form: headers, comments, hidden sheets, properties. Only looked at for BSNs. */
      readonly hiddenText: string
    }
  /** Allowed, and not read: a person looks at it. */
  | { readonly kind: 'image' }
  /** A scan, or an empty document. */
  | { readonly kind: 'no_text'; readonly type: TextType }
  | { readonly kind: 'unreadable'; readonly why: UnreadableWhy }
  | { readonly kind: 'refused'; readonly why: RefusedWhy }
  /** Not opened here. */
  | { readonly kind: 'mail' }
  | { readonly kind: 'calendar' }
  | { readonly kind: 'signature' }

/**
 * 'password': nobody reads it without a password or a key. 'outlook': packed for Outlook (winmail.dat). 'inside_signature': a mail within its
 * S/MIME signature (smime.p7m). 'not_scanned', 'too_large_to_scan': the virus scanner did not look at it, so
 * neither do we.
 */
export type UnreadableWhy =
  'password' | 'broken' | 'too_large' | 'outlook' | 'inside_signature' | 'not_scanned' | 'too_large_to_scan'

/** 'malware': the virus scanner found something in it. */
export type RefusedWhy =
  'malware' | 'macros' | 'active_content' | 'archive' | 'executable' | 'unknown_type' | 'other_type_than_named'

/** Ends the reading of an attachment wherever it is; readAttachment makes a reading of it. */
export class Unusable extends Error {
  readonly reading: AttachmentReading

  constructor(reading: AttachmentReading) {
    super(reading.kind)
    this.reading = reading
  }
}

export const unreadable = (why: UnreadableWhy): Unusable => new Unusable({ kind: 'unreadable', why })

export const refused = (why: RefusedWhy): Unusable => new Unusable({ kind: 'refused', why })
