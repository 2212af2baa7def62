/** What our own look at the signatures of a mail found. Keys rotate: it is true of the moment at which the mail was first seen. */
export type DkimFinding =
  /** Switched off, no domain to ask about, or DNS gave no answer in time: it says nothing about the mail. */
  | { readonly kind: 'not_asked' }
  /** Signatures of listed domains only; others prove nothing to us and are not asked for. */
  | { readonly kind: 'asked'; readonly signatures: readonly SignatureFinding[] }

export interface SignatureFinding {
  readonly domain: string
  readonly selector: string
  readonly result: SignatureResult
}

/**
 * 'fail': the content or the headers are not what was signed. 'weak': part of the mail is not covered, or the key or the algorithm is
 * too weak to prove anything. 'no_key': DNS says that there is no such key. 'not_asked': DNS gave no answer.
 */
export type SignatureResult = 'pass' | 'fail' | 'weak' | 'expired' | 'no_key' | 'not_asked'

export const notAsked: DkimFinding = { kind: 'not_asked' }

/** The best that the signatures of these domains say together: one that passes is enough; 'none' when there is none. */
export const bestOf = (finding: DkimFinding, counts: (domain: string) => boolean): SignatureResult | 'none' => {
  if (finding.kind === 'not_asked') return 'not_asked'
  const results = new Set(finding.signatures.filter(({ domain }) => counts(domain)).map(({ result }) => result))
  return bestFirst.find((result) => results.has(result)) ?? 'none'
}

const bestFirst: readonly SignatureResult[] = ['pass', 'not_asked', 'fail', 'expired', 'weak', 'no_key']
