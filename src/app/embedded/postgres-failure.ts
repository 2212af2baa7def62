import type { Place } from './postgres-place.ts'

/** What PostgreSQL's programs say when they stop, and what the reader can do about it. */
const knownFailures: readonly { readonly says: RegExp; readonly advice: (place: Place) => string }[] = [
  {
    says: /No space left on device|disk quota exceeded|ENOSPC|EDQUOT/i,
    advice: (place) => `de schijf van ${place.cluster} is vol: maak ruimte en start opnieuw`,
  },
  {
    says: /shared librar|GLIBC|not found \(required by/,
    advice: () => 'de meegeleverde PostgreSQL past niet bij deze machine: zet DATABASE_URL op een eigen PostgreSQL',
  },
  {
    says: /wrong ownership|invalid permissions/,
    advice: (place) => `${place.cluster} is van een andere gebruiker: start als de gebruiker die de database maakte`,
  },
  {
    says: /Permission denied|Read-only file system|EACCES|EPERM|EROFS/i,
    advice: (place) =>
      `in ${place.cluster} mag niet worden geschreven: maak de map beschrijfbaar of zet DATA_DIR op een andere map`,
  },
  {
    says: /could not (map|create) (anonymous )?shared memory|Cannot allocate memory/i,
    advice: () => 'er is te weinig geheugen vrij: sluit andere programma’s of zet DATABASE_URL op een eigen PostgreSQL',
  },
]

/** One sentence with advice from the output of `initdb` or `postgres`. */
export function failureSentence(output: string, place: Place): string {
  const known = knownFailures.find((failure) => failure.says.test(output))
  const words = tellingLine(output, known?.says ?? /FATAL|PANIC|error|could not/i)
  const advice = known?.advice(place) ?? `zie ${place.logFile}, of zet DATABASE_URL op een eigen PostgreSQL`
  return `De ingebouwde database start niet (${words}): ${advice}.`
}

function tellingLine(output: string, pattern: RegExp): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  const telling = lines.findLast((line) => pattern.test(line)) ?? lines.at(-1) ?? 'geen melding'
  return telling.replace(/^.*?(FATAL|PANIC|LOG|error):\s*/i, '').trim()
}
