/** What was looked at, and in Dutch how it does: when it is wrong, with what to do. */
export interface Finding {
  readonly name: string
  readonly ok: boolean
  readonly words: string
  /** Worth knowing, and no reason to fail: a demo has no backup. */
  readonly warning?: true
}

export const good = (name: string, words: string): Finding => ({ name, ok: true, words })
export const wrong = (name: string, words: string): Finding => ({ name, ok: false, words })
export const remark = (name: string, words: string): Finding => ({ name, ok: true, words, warning: true })

/** A check that fails itself has found something too. */
export async function looked(
  name: string,
  work: () => Promise<Finding[]>,
  failed: (error: unknown) => string,
): Promise<Finding[]> {
  try {
    return await work()
  } catch (error) {
    return [wrong(name, failed(error))]
  }
}
