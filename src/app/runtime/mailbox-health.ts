import type { HealthBoard } from './health-board.ts'

/** How each mailbox does, shown as one part: what is wrong with any of them, or what is done with all. */
export class MailboxHealth {
  readonly #each = new Map<string, { readonly ok: boolean; readonly words: string }>()
  readonly #board: Pick<HealthBoard, 'set'>

  constructor(board: Pick<HealthBoard, 'set'>) {
    this.#board = board
  }

  knows(name: string): boolean {
    return this.#each.has(name)
  }

  set(name: string, ok: boolean, words: string): void {
    this.#each.set(name, { ok, words })
    this.#tell()
  }

  forget(name: string): void {
    if (this.#each.delete(name)) this.#tell()
  }

  #tell(): void {
    const all = [...this.#each.values()]
    const wrong = all.filter((one) => !one.ok)
    const told = new Set((wrong.length > 0 ? wrong : all).map(({ words }) => words))
    this.#board.set('mailbox', wrong.length === 0, [...told].join(wrong.length > 0 ? ' ' : ', '))
  }
}
