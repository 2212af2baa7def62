/** The part of hoodiecrow-imap that demo-mailbox.ts uses; the package brings no types. */
declare module 'hoodiecrow-imap' {
  import type { EventEmitter } from 'node:events'
  import type { Server } from 'node:net'

  interface Folder {
    readonly uidvalidity: number
    readonly folders?: Readonly<Record<string, Folder>>
  }

  interface Namespace {
    readonly separator: string
    readonly folders: Readonly<Record<string, Folder>>
  }

  interface ImapServerOptions {
    readonly plugins: readonly string[]
    readonly users: Readonly<Record<string, { readonly password: string }>>
    readonly storage: { readonly INBOX: Folder; readonly '': Namespace }
  }

  interface ImapServer extends EventEmitter {
    readonly server: Server
    /** `raw` holds one character per byte (latin1). Without a date: now. */
    appendMessage(mailbox: string, flags: readonly string[], internalDate: Date | undefined, raw: string): unknown
  }

  export default function hoodiecrow(options: ImapServerOptions): ImapServer
}
