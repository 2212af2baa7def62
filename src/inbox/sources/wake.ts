/** A bell that is never missed: rung while nobody waits, it is heard at the next wait. */
export class Wake {
  private rung = false
  private failure: { readonly error: unknown } | undefined
  private waiting: (() => void) | undefined

  ring(): void {
    this.rung = true
    this.waiting?.()
  }

  /** Every wait from now on ends with this error; the first one given is the cause and stays. */
  fail(error: unknown): void {
    this.failure ??= { error }
    this.waiting?.()
  }

  throwIfFailed(): void {
    if (this.failure !== undefined) throw this.failure.error
  }

  /** Ends when rung (true) or after so many milliseconds (false). */
  async wait(timeoutMs: number): Promise<boolean> {
    this.throwIfFailed()
    if (!this.rung) await this.sleep(timeoutMs)
    this.throwIfFailed()
    const { rung } = this
    this.rung = false
    return rung
  }

  private async sleep(timeoutMs: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, timeoutMs)
      this.waiting = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    this.waiting = undefined
  }
}
