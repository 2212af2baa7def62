/**
 * Imports point one way: app -> console, jobs, inbox, channels, notices -> services -> conversation -> domain.
 * The store and the adapters are reached through interfaces that services declares. Run by tools/check-imports.ts.
 */

const pureNpm = ['temporal-polyfill', 'zod']
const edges = ['console', 'jobs', 'inbox', 'channels', 'notices']

/** Matches a package and what lies in it. TypeScript resolves some to their @types. */
const npm = (names) => `(^|/)node_modules/(@types/)?(${names.join('|')})(/|$)`

/** A layer may reach these folders of src (patterns below src/) and these packages, and nothing else. */
function layer(name, { folders = [], packages = [], advice }) {
  const ours = [name, ...folders].map((folder) => `^src/${folder}/`)
  return {
    name: `${name}-stands-on-little`,
    comment: advice,
    severity: 'error',
    from: { path: `^src/${name}/` },
    // What does not resolve has a rule of its own (import-exists).
    to: { couldNotResolve: false, pathNot: [...ours, npm([...pureNpm, ...packages])] },
  }
}

/** A folder at the edge may reach the layers under it; the other edges and the store it knows by interface. */
function edge(name) {
  return {
    name: `${name}-knows-no-other-edge`,
    comment:
      `src/${name} may import services, conversation and domain. What it needs of another edge or of the store is an ` +
      'interface in src/services/ports; src/app hands it the implementation.',
    severity: 'error',
    from: { path: `^src/${name}/` },
    to: { path: '^src/', pathNot: `^src/(${name}|services|conversation|domain)/` },
  }
}

export default {
  forbidden: [
    layer('domain', {
      packages: ['libphonenumber-js'],
      advice:
        'src/domain is pure: nothing of ours, no I/O, no node:*, only temporal-polyfill, zod and libphonenumber-js. ' +
        'Take what you need as an argument (now, an id, the parsed contract), or move the code to src/services.',
    }),
    layer('conversation', {
      folders: ['domain'],
      packages: ['liquidjs'],
      advice:
        'src/conversation is pure: src/domain, liquidjs, zod and temporal-polyfill. An effect is returned, not done; ' +
        'a text or a flow is handed in, already read. What needs the database or a carrier belongs to src/services.',
    }),
    layer('services', {
      folders: ['conversation', 'domain'],
      advice:
        'src/services loads, decides and stores through the interfaces in src/services/ports: conversation, domain, ' +
        'zod and temporal-polyfill, no driver and no node:*. Declare in ports what you need and let src/app give it.',
    }),
    ...edges.map(edge),
    {
      name: 'store-knows-ports-and-domain',
      comment:
        'src/store implements src/services/ports in terms of src/domain. A rule that it needs is a decision: make it ' +
        'in domain or in the service, and let the store be told.',
      severity: 'error',
      from: { path: '^src/store/' },
      to: { path: '^src/', pathNot: '^src/(store|services/ports|domain|conversation)/' },
    },
    {
      name: 'store-knows-a-conversation-by-type',
      comment:
        'src/store keeps the session of a conversation and may name its type (import type), not run it: reading, ' +
        'deciding and rendering happen before and after the store is asked.',
      severity: 'error',
      from: { path: '^src/store/' },
      to: { path: '^src/conversation/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'store-is-reached-by-app-only',
      comment:
        'Only src/app (and tests and bench) names the store. Everyone else works with the interfaces in ' +
        'src/services/ports, so that a verb can be read, and tested, without its tables.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(app|store)/' },
      to: { path: '^src/store/' },
    },
    {
      name: 'app-is-reached-by-nobody',
      comment: 'src/app puts the parts together. A part that needs it is handed what it needs by src/app instead.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/app/' },
      to: { path: '^src/app/' },
    },
    {
      name: 'src-stands-alone',
      comment: 'What runs at a provider does not need tests, measurements or tools. Move what is shared into src.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench|tools)/' },
    },
    {
      name: 'no-cycle',
      comment:
        'These files need each other, by value or by type. Put what both use in a third file, or let the lower one ' +
        'take an argument or declare an interface.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-development-package-in-src',
      comment: 'An installation leaves devDependencies out: move the package to dependencies, or the import to test.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'npm-optional', 'type-only'] },
    },
    {
      name: 'package-is-named',
      comment: 'This package came along with another one. Name it in package.json, or it is gone after an update.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'import-exists',
      comment: 'Nothing is found at this path. Imports end in .ts; our own modules are #src/... or in the same folder.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    parser: 'tsc',
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.d.ts'],
    },
  },
}
