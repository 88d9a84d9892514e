/** Each room may import only from the rooms listed before it. `properties` stands between claims and search. */
const ROOMS = [
  'arithmetic',
  'policy',
  'io',
  'kernels',
  'selection',
  'quantities',
  'bounds',
  'regions',
  'estimates',
  'claims',
  'conjectures',
  'properties',
  'search',
  'known',
  'evidence',
  'logs',
  'samples',
  'coq/gate',
  'coq/certificates',
  'run',
  'pictures',
  'report',
  'analysis',
  'conform',
  'judge',
  'campaign',
  'explorer',
  'cli',
];

const folder = (room) => (room === 'properties' ? '^properties/' : `^src/${room}/`);

const layers = ROOMS.slice(0, -1).map((room, index) => ({
  name: `${room.replace('/', '-')}-knows-only-rooms-above`,
  severity: 'error',
  from: { path: folder(room) },
  to: { path: [...ROOMS.slice(index + 1).map(folder), '^src/index\\.ts$'] },
}));

const FORMULAS = '^src/(kernels|selection(?!/oracles)|quantities|bounds)/';

module.exports = {
  forbidden: [
    ...layers,
    {
      name: 'browser-rooms-know-no-node',
      severity: 'error',
      from: {
        path: '^src/(arithmetic|policy|kernels|selection|quantities|bounds|regions|estimates|pictures|explorer)/',
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'oracles-share-nothing-with-formulas',
      comment: 'enumeration and composition are the cross-check of the formulas',
      severity: 'error',
      from: { path: '^src/policy/(enumerate|running-best)\\.ts$' },
      to: { path: FORMULAS, reachable: true },
    },
    {
      name: 'formulas-use-no-oracle',
      severity: 'error',
      from: { path: FORMULAS },
      to: { path: '^src/policy/(enumerate|running-best)\\.ts$', reachable: true },
    },
    {
      name: 'only-the-adapter-knows-fast-check',
      severity: 'error',
      from: { path: '^(src|properties)/', pathNot: '^src/search/fast-check-adapter\\.ts$' },
      to: { path: 'fast-check', dependencyTypes: ['npm'] },
    },
    {
      name: 'one-module-loads-duckdb-when-it-is-needed',
      comment: 'it is optional',
      severity: 'error',
      from: { path: '^(src|properties)/' },
      to: { path: '@duckdb', dependencyTypesNot: ['type-only', 'type-import', 'dynamic-import'] },
    },
    {
      name: 'only-one-module-knows-duckdb',
      severity: 'error',
      from: { path: '^(src|properties)/', pathNot: '^src/logs/duckdb\\.ts$' },
      to: { path: '@duckdb' },
    },
    {
      name: 'only-one-module-makes-documents',
      comment: 'pictures draw in the document of whoever asks, also that of a browser',
      severity: 'error',
      from: { path: '^(src|properties)/', pathNot: '^src/pictures/in-node\\.ts$' },
      to: { path: 'linkedom' },
    },
    {
      name: 'only-pictures-know-plot',
      severity: 'error',
      from: { path: '^(src|properties)/', pathNot: '^src/(pictures|analysis/plots|explorer/page)/' },
      to: { path: '@observablehq/plot' },
    },
    {
      name: 'only-the-judge-assesses',
      comment: 'the rest copies what is known, and names the type',
      severity: 'error',
      from: { path: '^(src|properties)/', pathNot: '^src/(judge/|report/(build|model|schema)\\.ts$)' },
      to: { path: '^src/run/assess\\.ts$' },
    },
    {
      name: 'a-reporter-decides-nothing',
      comment: 'what is to be decided of a run is in the model',
      severity: 'error',
      from: { path: '^src/(report/formats/|cli/reporters\\.ts$)' },
      to: { path: '^src/judge/' },
    },
    {
      name: 'the-library-does-not-load-the-claims',
      severity: 'error',
      from: { path: '^src/index\\.ts$' },
      to: { path: '^properties/', reachable: true },
    },
    {
      name: 'the-claims-are-handed-to-the-commands',
      comment: 'src/cli/bin.ts names the address of the catalogue, and the rest of src gets it as an argument',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^properties/' },
    },
    {
      name: 'the-provers-are-handed-to-the-commands',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/bin\\.ts$' },
      to: { path: '^src/coq/gate/choose\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'a-command-is-loaded-when-it-is-called',
      comment: 'the help and the telling of errors need neither claims nor provers',
      severity: 'error',
      from: { path: '^src/cli/(bin|main|options|errors|console|output)\\.ts$' },
      to: {
        path: [
          '^src/cli/(verify|compute|replay|prove|certify|claims|in-thread)\\.ts$',
          '^src/coq/(certificates/|gate/(check|choose|coqc|embedded))',
        ],
        dependencyTypesNot: ['type-only', 'dynamic-import'],
      },
    },
    {
      name: 'what-draws-is-loaded-when-a-page-is-asked-for',
      comment: 'Plot and a document take longer to load than most commands run',
      severity: 'error',
      from: {
        path: '^(src|properties)/',
        pathNot: '^src/(pictures/|analysis/(page|pictures|style)\\.ts$|analysis/plots/)',
      },
      to: {
        path: '^src/(pictures/(?!(dom|svg|theme)\\.ts$)|analysis/(page|pictures|style)\\.ts$|analysis/plots/)',
        dependencyTypesNot: ['type-only', 'dynamic-import'],
      },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
