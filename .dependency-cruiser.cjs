// The table "Who may import whom" of docs/architecture.md, as rules. Each comment is shown to whoever breaks one.

const TESTS = '(\\.test\\.tsx?|\\.contract\\.ts)$';

/** Node's own modules, however they are spelled. */
const NODE = { dependencyTypes: ['core'] };

/** A room of src as a pattern. */
const room = (...names) => `^src/(${names.join('|')})/`;

/** @param {string[]} packages */
const npm = (...packages) => `node_modules/(${packages.join('|')})/`;

/** A domain or feature folder is entered by its index.ts, except from inside itself. */
const throughIndex = (folder) => ({ path: `^${folder}/[^/]+/`, pathNot: `^${folder}/[^/]+/index\\.ts$` });

const sharedRules = [
  {
    name: 'shared-imports-only-zod',
    comment:
      'src/shared runs in the window, in both hosts, in the central server and in the command line: it may lean on zod, on the telephone plans of the world (libphonenumber-js) and on itself, nothing else.',
    severity: 'error',
    from: { path: room('shared'), pathNot: TESTS },
    to: { pathNot: [room('shared'), npm('zod', 'libphonenumber-js')] },
  },
  {
    name: 'shared-tests-stay-in-shared',
    comment:
      'A test of src/shared proves that it stands alone: it may read files, but imports no other room.',
    severity: 'error',
    from: { path: room('shared') },
    to: { path: '^src/', pathNot: room('shared') },
  },
];

const mainRules = [
  {
    name: 'core-knows-no-host',
    comment:
      'The core is written once and carried by two hosts: only src/main/hosts and the entry file may know which one it is. Ask for a port instead.',
    severity: 'error',
    from: { path: room('main'), pathNot: ['^src/main/hosts/', '^src/main/index\\.ts$', TESTS] },
    to: { path: ['^src/main/hosts/', npm('electron', 'electron-store')] },
  },
  {
    name: 'main-knows-no-other-room',
    comment:
      'The core talks to the window through frames, to the centre through its protocol: it imports src/shared only.',
    severity: 'error',
    from: { path: room('main'), pathNot: TESTS },
    to: { path: room('renderer', 'preload', 'cli', 'central', 'simulator') },
  },
  {
    name: 'domains-leave-sql-driver-to-database',
    comment:
      'A domain receives a ReadableDatabase or a WritableDatabase, so that a query cannot write by accident; only src/main/database opens one.',
    severity: 'error',
    from: { path: '^src/main/', pathNot: ['^src/main/database/', TESTS] },
    to: { path: npm('better-sqlite3', 'better-sqlite3-multiple-ciphers') },
  },
  {
    name: 'domains-through-their-index',
    comment: 'What a domain offers the others is its index.ts; the rest may change without asking.',
    severity: 'error',
    from: { path: '^src/main/domains/([^/]+)/', pathNot: TESTS },
    to: {
      ...throughIndex('src/main/domains'),
      pathNot: ['^src/main/domains/[^/]+/index\\.ts$', '^src/main/domains/$1/'],
    },
  },
  {
    name: 'machinery-enters-domains-by-index',
    comment: 'Scanning, documents, sync and jobs use what a domain offers (its index.ts), not its insides.',
    severity: 'error',
    from: { path: '^src/main/(scan|documents|printing|sync|jobs|vault|safekeeping)/', pathNot: TESTS },
    to: throughIndex('src/main/domains'),
  },
  {
    name: 'scanners-know-no-domain',
    comment:
      'src/main/scanners turns paper into images for the port: what a page is worth is decided elsewhere.',
    severity: 'error',
    from: { path: '^src/main/scanners/', pathNot: TESTS },
    to: { path: '^src/main/', pathNot: '^src/main/(scanners|ports)/' },
  },
  {
    name: 'core-scans-through-the-port',
    comment: 'Only a host knows which scanners there are; the core asks the Scanner port.',
    severity: 'error',
    from: { path: room('main'), pathNot: ['^src/main/(scanners|hosts)/', TESTS] },
    to: { path: '^src/main/scanners/' },
  },
  {
    name: 'database-knows-no-domain',
    comment:
      'The database room opens and migrates; a domain that changes must not be able to change an old migration.',
    severity: 'error',
    from: { path: '^src/main/database/' },
    to: { path: '^src/main/', pathNot: '^src/main/database/' },
  },
  {
    name: 'migrations-import-nothing-living',
    comment:
      'A migration runs years later on an old database: code that has changed since would change what it does. It receives the database handle, and that is all.',
    severity: 'error',
    from: { path: '^src/main/database/migrations/.+', pathNot: ['index\\.ts$', TESTS] },
    to: {
      pathNot: ['^src/main/database/(migrations/)?(database|handle|migration|writable-database|types)\\.ts$'],
    },
  },
];

const hostRules = [
  {
    name: 'electron-host-alone',
    comment: 'Two hosts, one core: what both need lives beside them in src/main/hosts.',
    severity: 'error',
    from: { path: '^src/main/(hosts/electron/|index\\.ts$)' },
    to: { path: ['^src/main/hosts/browser/', room('renderer')] },
  },
  {
    name: 'browser-host-alone',
    comment: 'The browser host must run where Electron cannot even be downloaded.',
    severity: 'error',
    from: { path: '^src/main/hosts/browser/' },
    to: { path: ['^src/main/hosts/electron/', room('renderer'), npm('electron', 'electron-store')] },
  },
  {
    name: 'shared-host-code-runs-in-both',
    comment: 'Code that both hosts use may belong to neither.',
    severity: 'error',
    from: { path: '^src/main/hosts/[^/]+\\.ts$', pathNot: TESTS },
    to: { path: ['^src/main/hosts/(browser|electron)/', npm('electron', 'electron-store', 'ws')] },
  },
  {
    name: 'preload-is-thin',
    comment:
      'The preload runs in the sandbox with more rights than the page: it carries frames and knows nothing else.',
    severity: 'error',
    from: { path: room('preload'), pathNot: TESTS },
    to: { pathNot: [room('preload'), '^src/shared/(wire/|events\\.ts$)', npm('electron')] },
  },
];

const rendererRules = [
  {
    name: 'renderer-has-no-machine',
    comment:
      'The window is an untrusted page in a sandbox: whatever needs the machine is a command of the contract.',
    severity: 'error',
    from: { path: room('renderer'), pathNot: TESTS },
    to: { path: [room('main', 'preload', 'cli', 'central', 'simulator'), npm('electron', 'ws')] },
  },
  {
    name: 'renderer-has-no-node',
    comment: 'There is no Node in the window.',
    severity: 'error',
    from: { path: room('renderer'), pathNot: TESTS },
    to: NODE,
  },
  {
    name: 'features-through-their-index',
    comment: 'What a feature offers the others is its index.ts; the rest may change without asking.',
    severity: 'error',
    from: { path: '^src/renderer/features/([^/]+)/', pathNot: TESTS },
    to: {
      path: '^src/renderer/features/[^/]+/',
      pathNot: ['^src/renderer/features/[^/]+/index\\.tsx?$', '^src/renderer/features/$1/'],
    },
  },
  {
    name: 'ui-is-about-looks-only',
    comment:
      'A button knows no registration: src/renderer/ui takes React and the component kit, and is given the rest.',
    severity: 'error',
    from: { path: '^src/renderer/ui/', pathNot: TESTS },
    to: { path: '^src/', pathNot: '^src/renderer/ui/' },
  },
  {
    name: 'fields-know-no-feature',
    comment: 'A field is used by every feature, so it can belong to none.',
    severity: 'error',
    from: { path: '^src/renderer/(fields|host)/', pathNot: TESTS },
    to: { path: '^src/renderer/(features|app)/' },
  },
];

const otherRooms = [
  {
    name: 'central-imports-shared-only',
    comment:
      'The central server is another program, on another machine: it shares the protocol with the stations, not their code.',
    severity: 'error',
    from: { path: room('central'), pathNot: TESTS },
    to: { path: '^src/', pathNot: room('central', 'shared') },
  },
  {
    name: 'simulator-imports-shared-only',
    comment:
      'Simulated paper must not know how the reader works, or the reader would be tested against itself.',
    severity: 'error',
    from: { path: room('simulator'), pathNot: TESTS },
    to: { path: '^src/', pathNot: room('simulator', 'shared') },
  },
  {
    name: 'cli-has-no-window',
    comment: 'The command line runs on servers without a screen.',
    severity: 'error',
    from: { path: room('cli') },
    to: {
      path: [room('renderer', 'preload'), '^src/main/hosts/electron/', npm('electron', 'electron-store')],
    },
  },
  {
    name: 'nobody-imports-cli',
    comment: 'The command line is a way in, not a library.',
    severity: 'error',
    from: { path: '^src/', pathNot: [room('cli'), TESTS] },
    to: { path: room('cli') },
  },
  {
    name: 'product-imports-no-test',
    comment: 'Test builders and page objects are not shipped.',
    severity: 'error',
    from: { path: '^src/', pathNot: TESTS },
    to: { path: ['^(tests|bench|tools)/', TESTS], pathNot: '^tools/(check-node|compile-cache)\\.mjs$' },
  },
];

const everywhere = [
  {
    name: 'no-cycle',
    comment: 'Two files that need each other are one idea in two places, or two ideas that lack a third.',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'resolvable',
    comment: 'The import leads nowhere: check the path, its .ts extension, or package.json.',
    severity: 'error',
    from: {},
    // What the build makes has no file: vite-env.d.ts declares it.
    to: { couldNotResolve: true, pathNot: '^virtual:' },
  },
];

module.exports = {
  forbidden: [...sharedRules, ...mainRules, ...hostRules, ...rendererRules, ...otherRooms, ...everywhere],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Type imports tie rooms together as much as values do.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
    },
  },
};
