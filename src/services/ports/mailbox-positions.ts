/** How far a mailbox was read; the ledger makes reading again safe, this only saves the work. */
export interface MailboxPositions {
  load(mailbox: string): Promise<{ uidValidity: string; lastUid: number } | undefined>
  save(mailbox: string, position: { uidValidity: string; lastUid: number }): Promise<void>
}
