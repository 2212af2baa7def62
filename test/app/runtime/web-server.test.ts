import { createServer } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { listenOnLoopback } from '#src/app/embedded/loopback.ts'
import { openWebServer, type WebServer } from '#src/app/runtime/web-server.ts'

let server: WebServer | undefined
afterEach(async () => {
  await server?.close()
})

const open = async (): Promise<string> => {
  server = await openWebServer('127.0.0.1', 0)
  return `http://127.0.0.1:${String(server.port())}/`
}

describe('the web server', () => {
  it('asks for a moment of patience until there are pages, and then shows them', async () => {
    const url = await open()
    expect((await fetch(url)).status).toBe(503)
    server?.show({ fetch: () => new Response('hallo') })
    expect(await (await fetch(url)).text()).toBe('hallo')
  })

  it('refuses a port that another program has, with what to do', async () => {
    const other = createServer()
    const port = await listenOnLoopback(other, 0)
    await expect(openWebServer('127.0.0.1', port)).rejects.toThrow(`Poort ${String(port)} is al in gebruik`)
    other.close()
  })

  it('refuses an address that is not of this machine', async () => {
    await expect(openWebServer('192.0.2.1', 0)).rejects.toThrow('zet CONSOLE_HOST')
  })

  it('does not wait for ever for a request that hangs', async () => {
    const url = await open()
    server?.show({ fetch: () => new Promise(() => {}) })
    const hanging = fetch(url).catch((error: unknown) => error)
    await new Promise((resolve) => setTimeout(resolve, 100))
    const asked = performance.now()
    await server?.close()
    expect(performance.now() - asked).toBeLessThan(3_000)
    expect(await hanging).toBeInstanceOf(Error)
  })
})
