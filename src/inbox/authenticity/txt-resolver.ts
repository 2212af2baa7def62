import { Resolver } from 'node:dns/promises'
import type { ResolveTxt } from './dkim-check.ts'

/** Asks the name servers of this machine. Two short tries stay within the limit of the check. */
export const createTxtResolver = (): ResolveTxt => {
  const resolver = new Resolver({ timeout: 1500, tries: 2 })
  return (name) => resolver.resolveTxt(name)
}
