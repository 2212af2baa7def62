/** What was found of who sent a mail, when it was first read; kept sealed with it, to be shown. Written by the inbox. */
export interface SenderSeen {
  readonly verdict: 'verified' | 'likely' | 'unverified' | 'suspicious'
  /** In Dutch: why, and what to do. */
  readonly words: string
  /** How safely it came in. No decision is taken on it. */
  readonly record: {
    readonly transport: { readonly encrypted: 'yes' | 'no' | 'unknown'; readonly version?: string }
    /** As our own receiving server wrote it. */
    readonly server: Partial<Readonly<Record<'dkim' | 'spf' | 'dmarc', string>>>
    /** Our own look at the signatures, at first sight. */
    readonly dkim:
      | { readonly kind: 'not_asked' }
      | {
          readonly kind: 'asked'
          readonly signatures: readonly {
            readonly domain: string
            readonly selector: string
            readonly result: string
          }[]
        }
    /** The service for secure mail that it seems to have come through. */
    readonly service?: string
  }
}
