import type { MiddlewareHandler } from 'hono'
import type { ConsoleParts } from './parts.ts'
import { refuse } from './refused.ts'

/** The names by which the console may be asked for; another name is a page elsewhere that points at us (DNS rebinding). */
const ownHosts = (port: number): ReadonlySet<string> => {
  const names = ['127.0.0.1', 'localhost', '[::1]']
  return new Set([...names.map((name) => `${name}:${String(port)}`), ...(port === 80 ? names : [])])
}

/** On a trusted network a proxy in front may have any name; it is what asks who one is, so the name proves nothing there. */
export const onlyOwnHost =
  ({ port, network }: Pick<ConsoleParts, 'port' | 'network'>): MiddlewareHandler =>
  async (c, next) => {
    const host = c.req.header('host') ?? ''
    if (network !== 'trusted' && !ownHosts(port()).has(host.toLowerCase())) return refuse(c, 421)
    return next()
  }

const reads: ReadonlySet<string> = new Set(['GET', 'HEAD'])

/** A form of another page must not post to us. Every browser says where a post comes from, over https all say it in `site`. */
function isOwnForm(site: string | undefined, origin: string | undefined, host: string): boolean {
  if (site !== undefined) return site === 'same-origin'
  return origin === `http://${host}`
}

export const onlyOwnForms: MiddlewareHandler = async (c, next) => {
  const { method } = c.req
  const host = c.req.header('host') ?? ''
  if (!reads.has(method) && !isOwnForm(c.req.header('sec-fetch-site'), c.req.header('origin'), host))
    return refuse(c, 403)
  return next()
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** No inline script or style, no other site, no frame, and nothing stays behind in a cache: pages hold personal data. */
export const safeHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  if (!c.res.headers.has('Content-Security-Policy')) c.header('Content-Security-Policy', policy)
  c.header('X-Content-Type-Options', 'nosniff')
  // 'no-referrer' would make the browser say `Origin: null` with our own forms.
  c.header('Referrer-Policy', 'same-origin')
  c.header('Cross-Origin-Opener-Policy', 'same-origin')
  c.header('Cross-Origin-Resource-Policy', 'same-origin')
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
}
