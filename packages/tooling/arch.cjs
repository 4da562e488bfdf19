// The law of imports, as ARCHITECTURE.md tells it. `pnpm check:arch` runs it; laws.test.ts plants a violation of each law.

const tests = '\\.test\\.tsx?$|/test/|/e2e/|/scripts/'
const ours = '^(apps|packages|infra|bench)/'
const library = 'node_modules/'

/** A law: its name, why, and what `from` never imports. */
function never(name, comment, { from, to }) {
  return { name, comment, severity: 'error', from, to }
}

module.exports = {
  forbidden: [
    never('contract-alone', 'The contract depends on zod and on nothing of ours.', {
      from: { path: '^packages/contract/src', pathNot: tests },
      to: { pathNot: '^packages/contract/src|node_modules/zod|/zod/' },
    }),
    never('domain-pure', 'Rules know the contract and pure libraries: no clock, no disk, no network.', {
      from: { path: '^packages/domain/src', pathNot: tests },
      to: { pathNot: '^packages/(domain|contract)/src|temporal-polyfill' },
    }),
    never('db-below', 'Tables know the contract and drizzle.', {
      from: { path: '^packages/db/src' },
      to: { path: '^packages/(domain|media|testkit|tooling)|^apps/' },
    }),
    never('media-apart', 'The engine knows rooms and peers: the media contract and mediasoup.', {
      from: { path: '^packages/media/src', pathNot: tests },
      to: { path: '^packages/(domain|db|testkit|tooling)|^apps/' },
    }),
    never('floor-below-features', 'The floor and the media port know no feature.', {
      from: { path: '^apps/server/src/(platform|media)/' },
      to: { path: '^apps/server/src/(features|demo)/' },
    }),
    never(
      'feature-doors',
      'A feature reaches another through its door only: access.ts on the server, door.tsx in the web.',
      {
        from: { path: '^apps/(server|web)/src/features/([^/]+)/', pathNot: tests },
        to: {
          path: '^apps/[^/]+/src/features/',
          pathNot: ['^apps/[^/]+/src/features/$2/', '/features/[^/]+/(access\\.ts|door\\.tsx)$'],
        },
      },
    ),
    never('doors-through-service', 'Doors ask the service, never the store.', {
      from: { path: '^apps/server/src/features/[^/]+/(routes|socket|events|jobs)\\.ts$' },
      to: { path: '/[a-z-]*store\\.ts$' },
    }),
    never('tables-in-stores', "Only a feature's store touches its tables; the demo seed writes everybody's.", {
      from: {
        path: '^apps/',
        pathNot: ['^apps/server/src/features/[^/]+/[a-z-]*store\\.ts$', '^apps/server/src/demo/', tests],
      },
      to: { path: '^packages/db/src/schema/' },
    }),
    never('own-tables', "A feature's store touches the tables of its own word.", {
      from: { path: '^apps/server/src/features/([^/]+)/', pathNot: tests },
      to: { path: '^packages/db/src/schema/', pathNot: '^packages/db/src/schema/$1\\.ts$' },
    }),
    never('no-barrel', 'A feature has doors, not a barrel that opens all of it.', {
      from: { path: ours },
      to: { path: '/features/[^/]+/index\\.tsx?$' },
    }),
    never('web-ground', 'The ground of the web app knows no feature.', {
      from: { path: '^apps/web/src/(platform|ui)/' },
      to: { path: '^apps/web/src/(features|shell)/' },
    }),
    never('web-above', 'The web app knows the contract and the rules, of ours.', {
      from: { path: '^apps/web/src/', pathNot: tests },
      to: { path: '^packages/(db|media|testkit|tooling)/|^apps/(server|sfu)/' },
    }),
    never('engine-no-react', "The call's engine has no React.", {
      from: { path: '^apps/web/src/features/call/engine[^/]*\\.ts$' },
      to: { path: 'node_modules/react|react-aria|@tanstack' },
    }),
    never('sfu-thin', 'The media node knows the engine and the media contract.', {
      from: { path: '^apps/sfu/src/' },
      to: { path: '^packages/(domain|db|testkit|tooling)|^apps/(server|web)' },
    }),
    never('no-cycle', 'Nothing is in a cycle.', { from: { path: ours }, to: { circular: true } }),
    never('no-other-app', 'An app never imports another app.', {
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    }),
    never('no-testkit', 'What runs in a house never imports what only tests use.', {
      from: { path: '^(apps|packages)/', pathNot: [tests, '^packages/testkit/'] },
      to: { path: '^packages/testkit/' },
    }),
    never('resolvable', 'An import that leads nowhere.', { from: { path: ours }, to: { couldNotResolve: true } }),
  ],
  options: {
    doNotFollow: { path: library },
    exclude: { path: '/dist/|\\.po$|\\?worker|virtual:' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'packages/tooling/tsconfig.arch.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css'],
    },
  },
}
