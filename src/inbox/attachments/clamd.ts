import { connect, type Socket } from 'node:net'
import { Readable } from 'node:stream'

/** What the virus scanner says of one file. What it found has a name, which is left out: nothing is decided by it. */
export type ScanOutcome =
  | { readonly kind: 'clean' }
  | { readonly kind: 'found' }
  /** Nobody looked at it: no scanner answered in time, or the file is larger than it takes. */
  | { readonly kind: 'not_asked'; readonly why: 'no_answer' | 'too_large' }

/** Total. */
export type ScanFile = (content: Uint8Array) => Promise<ScanOutcome>

export type ClamdPlace = { readonly host: string; readonly port: number } | { readonly path: string }

const usualPort = 3310

/** `tcp://host:port` or `unix:/path`; undefined when it is neither. */
export const clamdPlaceOf = (address: string): ClamdPlace | undefined => {
  const url = URL.parse(address)
  if (url === null || `${url.username}${url.password}${url.search}${url.hash}` !== '') return undefined
  if (url.protocol === 'unix:') return url.hostname === '' && /^\/./.test(url.pathname) ? pathOf(url) : undefined
  if (url.protocol !== 'tcp:' || url.hostname === '' || !['', '/'].includes(url.pathname)) return undefined
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  return { host, port: url.port === '' ? usualPort : Number(url.port) }
}

const pathOf = ({ pathname }: URL): ClamdPlace | undefined => {
  try {
    return { path: decodeURIComponent(pathname) }
  } catch {
    return undefined
  }
}

/** A mail must not wait long for the scanner, and has nine seconds in all. */
const usualLimitMs = 5_000

/** No larger attachment is read; clamd may take less, and says so. */
const largest = 30_000_000

/**
 * Scans the files of one mail with clamd (INSTREAM: the bytes go over the connection, so that it needs no file of ours). The time is for
 * all of them together, and a scanner that failed once is not asked again for this mail.
 */
export const createScan = (place: ClamdPlace, limitMs = usualLimitMs): ScanFile => {
  let silent = false
  let until: number | undefined
  return async (content) => {
    if (content.length > largest) return { kind: 'not_asked', why: 'too_large' }
    until ??= performance.now() + limitMs
    const leftMs = until - performance.now()
    const answer = silent || leftMs <= 0 ? undefined : await ask(place, streamOf(content), leftMs)
    silent ||= answer === undefined
    return outcomeOf(answer)
  }
}

/** Whether a scanner answers there. */
export const pingClamd = async (place: ClamdPlace, limitMs = usualLimitMs): Promise<boolean> =>
  (await ask(place, [Buffer.from('zPING\0')], limitMs)) === 'PONG'

const outcomeOf = (answer: string | undefined): ScanOutcome => {
  if (answer === 'stream: OK') return { kind: 'clean' }
  if (answer !== undefined && /^stream: .+ FOUND$/s.test(answer)) return { kind: 'found' }
  const isTooLarge = answer !== undefined && /size limit exceeded/i.test(answer)
  return { kind: 'not_asked', why: isTooLarge ? 'too_large' : 'no_answer' }
}

const chunkBytes = 64 * 1024

/** The command, the bytes in chunks that each say how long they are, and a chunk of nothing as the end (clamd(8), INSTREAM). */
function* streamOf(content: Uint8Array): Generator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0')
  for (let at = 0; at < content.length; at += chunkBytes) {
    const chunk = content.subarray(at, at + chunkBytes)
    yield lengthOf(chunk.length)
    yield chunk
  }
  yield lengthOf(0)
}

const lengthOf = (bytes: number): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

/** In characters; an answer is one short line. */
const longestAnswer = 4_096

/** The scanner's answer; undefined when it did not give a whole one in time. */
const ask = async (place: ClamdPlace, said: Iterable<Uint8Array>, limitMs: number): Promise<string | undefined> => {
  const socket = connect(place)
  const timer = setTimeout(() => socket.destroy(), limitMs)
  Readable.from(said).pipe(socket, { end: false })
  try {
    return await answerOn(socket)
  } finally {
    clearTimeout(timer)
    socket.destroy()
  }
}

/** It ends with a zero; what comes without one was broken off. */
const answerOn = (socket: Socket): Promise<string | undefined> =>
  new Promise((resolve) => {
    let heard = ''
    socket.setEncoding('utf8')
    socket.on('data', (text: string) => {
      heard += text
      const end = heard.indexOf('\0')
      if (end !== -1) resolve(heard.slice(0, end).trim())
      else if (heard.length > longestAnswer) resolve(undefined)
    })
    socket.on('end', () => resolve(undefined))
    socket.on('error', () => resolve(undefined))
    socket.on('close', () => resolve(undefined))
  })
