/** Each room may import only from the rooms listed before it. `properties` stands between claims and campaign. */
const ROOMS = [
  'arithmetic',
  'policy',
  'theory',
  'regions',
  'claims',
  'properties',
  'campaign',
  'evidence',
  'prover',
  'certificates',
  'samples',
  'report',
  'cli',
];

const folder = (room) => (room === 'properties' ? '^properties/' : `^src/${room}/`);

const layers = ROOMS.slice(0, -1).map((room, index) => ({
  name: `${room}-knows-only-rooms-above`,
  severity: 'error',
  from: { path: folder(room) },
  to: { path: [...ROOMS.slice(index + 1).map(folder), '^src/index\\.ts$'] },
}));

module.exports = {
  forbidden: [
    ...layers,
    {
      name: 'browser-rooms-know-no-node',
      severity: 'error',
      from: { path: '^src/(arithmetic|policy|theory|regions)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'oracles-share-nothing-with-theory',
      comment: 'enumeration and composition are the second way to what theory computes',
      severity: 'error',
      from: { path: '^src/policy/(enumerate|running-best)\\.ts$' },
      to: { path: '^src/theory/', reachable: true },
    },
    {
      name: 'theory-uses-no-oracle',
      severity: 'error',
      from: { path: '^src/theory/' },
      to: { path: '^src/policy/(enumerate|running-best)\\.ts$', reachable: true },
    },
    {
      name: 'only-the-adapter-knows-fast-check',
      severity: 'error',
      from: { path: '^(src|properties)/', pathNot: '^src/campaign/fast-check-adapter\\.ts$' },
      to: { path: 'fast-check', dependencyTypes: ['npm'] },
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
