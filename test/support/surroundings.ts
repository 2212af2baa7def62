const passedOn = ['PATH', 'HOME', 'TMPDIR', 'NODE_COMPILE_CACHE']

/** What a program that a test starts may know of where it runs; what it does is said by the settings that come on top. */
export const surroundings = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => passedOn.includes(name)))
