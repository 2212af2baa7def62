const redis = process.env['OPKOMST_TEST_REDIS_URL']

/** A Redis database of one test file alone: on a shared one, files would take each other's jobs. */
export const redisOf = (database: number): string | undefined =>
  redis === undefined ? undefined : new URL(`/${String(database)}`, redis).href

/** The name of a suite, with the variables that it needs and does not have. */
export const named = (suite: string, lacking: readonly string[]): string =>
  lacking.length === 0 ? suite : `${suite} (not set: ${lacking.join(', ')})`

/** Host and port of a server, as a line to it needs them. */
export function endOf(url: string): { readonly host: string; readonly port: number } {
  const { hostname, port } = new URL(url)
  return { host: hostname, port: Number(port) }
}

/** The same address, through another port of this machine. */
export function through(url: string, { port }: { readonly port: number }): string {
  const changed = new URL(url)
  changed.hostname = '127.0.0.1'
  changed.port = String(port)
  return changed.href
}
