const passedOn = ['PATH', 'HOME', 'TMPDIR', 'NODE_COMPILE_CACHE']

/** What a program that a test starts may know of where it runs; what it does is said by the settings that come on top. */
export const surroundings = (): Record<string, string> =>
  Object.fromEntries(passedOn.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])))
