import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import { href } from './html.ts'

interface Asset {
  readonly path: string
  readonly type: string
  readonly body: Buffer
}

function asset(name: string, extension: string, type: string, url: string): Asset {
  const body = readFileSync(fileURLToPath(url))
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16)
  return { path: href(['bestanden', `${name}.${hash}.${extension}`]), type, body }
}

const own = (file: string): string => new URL(`public/${file}`, import.meta.url).href

/** The files that pages need; the hash in the name lets a browser keep them until they change. */
export const assets = {
  style: asset('console', 'css', 'text/css; charset=utf-8', own('console.css')),
  icon: asset('opkomst', 'svg', 'image/svg+xml', own('opkomst.svg')),
  htmx: asset('htmx', 'js', 'text/javascript; charset=utf-8', import.meta.resolve('htmx.org/dist/htmx.min.js')),
}

export function assetRoutes(): Hono {
  const app = new Hono()
  for (const { path, type, body } of Object.values(assets))
    app.get(path, (c) => {
      c.header('Content-Type', type)
      c.header('Cache-Control', 'public, max-age=31536000, immutable')
      return c.body(new Uint8Array(body))
    })
  return app
}
