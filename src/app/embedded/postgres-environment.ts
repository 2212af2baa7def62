/**
 * The environment of PostgreSQL's programs: nothing of ours. PGDATA, PGPORT and PGOPTIONS would steer them, secrets do not
 * belong in /proc/<pid>/environ of another account, and English messages are what `failureSentence` reads.
 */
export function cleanEnvironment(): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
}
