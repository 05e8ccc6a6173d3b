/**
 * The first net: dependency rules generated from `layers.mjs`. Type-only imports count. A run that read hardly any
 * module fails: a parser that does not know our TypeScript would otherwise pass by reading nothing.
 *
 * `node tools/check-layers.mjs [FOLDER]`: the project, or another folder with a `src` in it.
 */
import { fileURLToPath } from 'node:url';
import { requireNode } from './require-node.mjs';

requireNode();

const { cruise } = await import('dependency-cruiser');
const { adapters, features, layers, nouns, steps } = await import('./layers.mjs');

const project = fileURLToPath(new URL('..', import.meta.url));
process.chdir(process.argv[2] ?? project);

const tests = '\\.(test|conformance)\\.ts$';
const anyOf = (paths) => paths.map((path) => `^${path}(/|$)`);
const packagePaths = (names) => names.map((name) => `^node_modules/${name}(/|$)`);

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const rules = [
  { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
  { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  {
    name: 'tests-are-not-imported',
    severity: 'error',
    from: { path: '^src/', pathNot: [tests, '^src/testing/'] },
    to: { path: ['^src/testing/', tests] },
  },
  {
    name: 'development-packages-stay-out',
    severity: 'error',
    from: { path: '^src/', pathNot: [tests, '^src/testing/'] },
    // electron-builder packs the runtime itself and refuses to find it among the dependencies.
    to: {
      dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
      pathNot: ['^node_modules/electron/', '^node_modules/@types/', '^node_modules/vite/'],
    },
  },
];

for (const [layer, { may, npm, node }] of Object.entries(layers)) {
  const longer = Object.keys(layers).filter((other) => other !== layer && other.startsWith(`${layer}/`));
  const from = { path: anyOf([layer]), pathNot: [tests, ...anyOf(longer)] };
  const vendors = layer === 'src/adapters' ? Object.values(adapters).flat() : npm;
  rules.push({
    name: `layer:${layer}`,
    severity: 'error',
    from,
    to: {
      path: ['^src/', '^tools/', '^bench/', '^e2e/'],
      pathNot: [...anyOf([layer, ...may]), '^tools/require-node\\.mjs$'],
    },
  });
  rules.push({
    name: `packages:${layer}`,
    severity: 'error',
    from,
    to: {
      path: '^node_modules/',
      pathNot: packagePaths([...vendors, '@types/node', '@types/better-sqlite3']),
    },
  });
  if (!node)
    rules.push({ name: `no-node:${layer}`, severity: 'error', from, to: { dependencyTypes: ['core'] } });
}

nouns.forEach((noun, i) => {
  rules.push({
    name: `noun:${noun}`,
    severity: 'error',
    from: { path: `^src/domain/${noun}/`, pathNot: tests },
    to: { path: '^src/domain/', pathNot: anyOf(nouns.slice(0, i + 1).map((name) => `src/domain/${name}`)) },
  });
});

for (const feature of features) {
  rules.push({
    name: `feature:${feature}`,
    severity: 'error',
    from: { path: `^src/renderer/features/${feature}/`, pathNot: tests },
    to: { path: '^src/renderer/features/', pathNot: `^src/renderer/features/${feature}/` },
  });
}

for (const step of steps) {
  rules.push({
    name: `step:${step}`,
    severity: 'error',
    from: { path: `^src/core/pipeline/${step}/`, pathNot: tests },
    to: { path: '^src/core/pipeline/', pathNot: `^src/core/pipeline/${step}/` },
  });
}

for (const [adapter, vendors] of Object.entries(adapters)) {
  const from = { path: `^src/adapters/${adapter}/`, pathNot: tests };
  rules.push(
    {
      name: `adapter:${adapter}`,
      severity: 'error',
      from,
      to: { path: '^src/adapters/', pathNot: `^src/adapters/${adapter}/` },
    },
    {
      name: `vendor:${adapter}`,
      severity: 'error',
      from,
      to: { path: '^node_modules/', pathNot: packagePaths([...vendors, '@types/node']) },
    },
  );
}

const { output } = await cruise(['src'], {
  ruleSet: { forbidden: rules },
  validate: true,
  tsPreCompilationDeps: true,
  doNotFollow: { path: 'node_modules' },
  tsConfig: { fileName: `${project}tsconfig.base.json` },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'default', 'types'],
  },
});
const { summary, modules } = /** @type {import('dependency-cruiser').ICruiseResult} */ (output);
const ours = modules.filter((module) => module.source.startsWith('src/'));
const links = ours.reduce((sum, module) => sum + module.dependencies.length, 0);

for (const { rule, from, to, cycle } of summary.violations) {
  const path = cycle?.length ? ` (${cycle.map((step) => step.name).join(' -> ')})` : '';
  console.error(`${rule.name}: ${from} -> ${to}${path}`);
}
// A folder that no list names would have no rule, and keep every one.
const lists = {
  'src/domain': nouns,
  'src/core/pipeline': steps,
  'src/adapters': Object.keys(adapters),
  'src/renderer/features': features,
};
const unlisted = Object.entries(lists).flatMap(([parent, names]) => {
  const below = ours.flatMap(({ source }) => new RegExp(`^${parent}/([^/]+)/`).exec(source)?.[1] ?? []);
  return [...new Set(below)].filter((name) => !names.includes(name)).map((name) => `${parent}/${name}`);
});
for (const folder of unlisted) console.error(`no-rule: ${folder} is in no list of tools/layers.mjs`);
if (ours.length < 30 || links < 30) {
  console.error(
    `check-layers read ${ours.length} modules and ${links} imports of src: too few to mean anything.`,
  );
  process.exit(1);
}
const violations = summary.violations.length + unlisted.length;
console.log(`check-layers: ${ours.length} modules, ${links} imports, ${violations} violations`);
process.exit(violations > 0 ? 1 : 0);
