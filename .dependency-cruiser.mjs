/** What each domain of the API may import from the others: its predecessors, and nothing else. */
const predecessors = {
  health: [],
  auth: [],
  live: ['auth'],
  consortium: ['auth'],
  milestones: ['auth', 'consortium'],
  dependencies: ['auth', 'consortium'],
  'work-plan': ['auth', 'consortium', 'milestones', 'dependencies'],
  amendments: ['auth', 'consortium', 'work-plan'],
  reporting: ['auth', 'consortium', 'milestones', 'work-plan', 'deliverables'],
  exports: ['auth', 'consortium', 'work-plan'],
  deliverables: ['auth', 'consortium', 'work-plan'],
  'quality-board': ['auth', 'consortium', 'work-plan', 'deliverables'],
  budget: ['auth', 'consortium', 'work-plan'],
  dashboard: ['auth', 'consortium', 'work-plan', 'deliverables', 'quality-board', 'budget', 'milestones', 'dependencies', 'reporting'],
  import: ['auth', 'consortium', 'work-plan', 'amendments', 'deliverables', 'quality-board', 'budget'],
  demo: [
    'auth',
    'consortium',
    'work-plan',
    'amendments',
    'deliverables',
    'quality-board',
    'budget',
    'import',
    'milestones',
    'dependencies',
    'reporting',
  ],
};
const listeners = '^api/src/modules/(audit|search)/';
const specs = '\\.spec\\.ts$';

const oneWay = Object.entries(predecessors).map(([module, allowed]) => ({
  name: `modules-one-way-${module}`,
  comment: `api/src/modules/${module} may import from: ${allowed.join(', ') || 'no other module'}.`,
  severity: 'error',
  from: { path: `^api/src/modules/${module}/` },
  to: { path: '^api/src/modules/', pathNot: `^api/src/modules/(${[module, ...allowed].join('|')})/` },
}));

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'domain-stands-alone',
      comment: 'The rules know no framework, no clock and no other project.',
      severity: 'error',
      from: { path: '^libs/domain/src/', pathNot: specs },
      to: { pathNot: '^libs/domain/src/' },
    },
    {
      name: 'contracts-know-only-the-domain',
      severity: 'error',
      from: { path: '^libs/contracts/src/', pathNot: specs },
      to: { pathNot: '^libs/(contracts|domain)/src/' },
    },
    {
      name: 'testing-knows-only-libs',
      severity: 'error',
      from: { path: '^libs/testing/src/' },
      to: { path: '^(api|web)/' },
    },
    { name: 'api-never-meets-web', severity: 'error', from: { path: '^api/' }, to: { path: '^web/' } },
    { name: 'web-never-meets-api', severity: 'error', from: { path: '^web/' }, to: { path: '^api/' } },
    {
      name: 'libs-through-their-front-door',
      comment: 'Import @office/domain, @office/contracts or @office/testing, not a file inside.',
      severity: 'error',
      from: { path: '^(api|web)/' },
      to: { path: '^libs/', pathNot: '^libs/(domain|contracts|testing)/src/index\\.ts$' },
    },
    {
      name: 'testing-only-in-tests',
      severity: 'error',
      from: { path: '^(api|web)/src/', pathNot: specs },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'core-knows-no-module',
      severity: 'error',
      from: { path: '^api/src/core/', pathNot: specs },
      to: { path: '^api/src/modules/' },
    },
    {
      name: 'listeners-are-imported-by-nobody',
      comment: 'The audit log and the search listen to events; a module that called them would depend on who listens.',
      severity: 'error',
      from: { path: '^api/src/modules/([^/]+)/' },
      to: { path: listeners, pathNot: '^api/src/modules/$1/' },
    },
    {
      name: 'every-module-has-its-place',
      comment: 'A new module is added to the order at the top of .dependency-cruiser.mjs.',
      severity: 'error',
      from: { path: '^api/src/modules/', pathNot: `^api/src/modules/(audit|search|${Object.keys(predecessors).join('|')})/` },
      to: {},
    },
    ...oneWay,
    {
      name: 'web-pages-know-no-other-pages',
      comment: "A domain of the web app may use another's widgets and data, never its pages.",
      severity: 'error',
      from: { path: '^web/src/app/domains/([^/]+)/' },
      to: { path: '^web/src/app/domains/', pathNot: ['^web/src/app/domains/$1/', '^web/src/app/domains/[^/]+/(ui|data)/'] },
    },
    {
      name: 'web-shared-knows-no-domain',
      severity: 'error',
      from: { path: '^web/src/app/shared/', pathNot: specs },
      to: { path: '^web/src/app/(domains|shell)/' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'production-without-dev-packages',
      comment: 'What dist/api needs at run time stands under "dependencies".',
      severity: 'error',
      from: { path: '^(api|libs/(domain|contracts))/src/', pathNot: specs },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules/\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
