import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('./check-layers.mjs', import.meta.url));

/** What the check says of a project that consists of these files (path in `src` → text). */
function check(files: Readonly<Record<string, string>>): {
  readonly code: number | null;
  readonly words: string;
} {
  const folder = mkdtempSync(join(tmpdir(), 'reelwright-layers-'));
  try {
    mkdirSync(join(folder, 'src'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, 'src', path)), { recursive: true });
      writeFileSync(join(folder, 'src', path), text);
    }
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
    return { code: status, words: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Enough modules to mean anything, in a row, each with an import that is allowed. */
const chain = Object.fromEntries(
  Array.from({ length: 40 }, (_, i) => [
    `domain/kernel/m${i}.ts`,
    i === 0
      ? 'export const m0 = 0;'
      : `import { m${i - 1} } from './m${i - 1}.ts'; export const m${i} = m${i - 1};`,
  ]),
);

const anything = (name: string): string => `export type ${name} = string; export const a${name} = 1;`;
const use = (name: string, path: string): string =>
  `import { a${name} } from '${path}'; export const x = a${name};`;
const useType = (name: string, path: string): string =>
  `import type { ${name} } from '${path}'; export type X = ${name};`;

test('a project that keeps the rules passes', () => {
  expect(check(chain)).toEqual({
    code: 0,
    words: 'check-layers: 40 modules, 39 imports, 0 violations\n',
  });
});

test('every forbidden import is reported with its rule and both ends, type-only ones too', () => {
  const { code, words } = check({
    ...chain,
    'core/store/store.ts': anything('Store'),
    'core/orchestrator/uses-pipeline.ts': use('Step', '../pipeline/text-to-scenes/step.ts'),
    'core/pipeline/text-to-scenes/step.ts': anything('Step'),
    'core/pipeline/scenes-to-shots/meets-sibling.ts': use('Step', '../text-to-scenes/step.ts'),
    'domain/shots/shot.ts': anything('Shot'),
    'domain/text/looks-ahead.ts': useType('Shot', '../shots/shot.ts'),
    'domain/text/looks-out.ts': useType('Store', '../../core/store/store.ts'),
    'domain/text/reads-files.ts': `import { readFileSync } from 'node:fs'; export const x = readFileSync;`,
    'adapters/fal/fal.ts': anything('Fal'),
    'adapters/animatic/meets-fal.ts': use('Fal', '../fal/fal.ts'),
    'compositor/there.ts': `import { x } from './back.ts'; export const y = x;`,
    'compositor/back.ts': `import { y } from './there.ts'; export const x = y;`,
    'testing/fake.ts': anything('Fake'),
    'cli/uses-fake.ts': use('Fake', '../testing/fake.ts'),
    'cli/lost.ts': use('Lost', './nowhere.ts'),
  });
  expect(code).toBe(1);
  for (const line of [
    'layer:src/core/orchestrator: src/core/orchestrator/uses-pipeline.ts -> src/core/pipeline/text-to-scenes/step.ts',
    'step:scenes-to-shots: src/core/pipeline/scenes-to-shots/meets-sibling.ts -> src/core/pipeline/text-to-scenes/step.ts',
    'noun:text: src/domain/text/looks-ahead.ts -> src/domain/shots/shot.ts',
    'layer:src/domain: src/domain/text/looks-out.ts -> src/core/store/store.ts',
    'no-node:src/domain: src/domain/text/reads-files.ts -> fs',
    'adapter:animatic: src/adapters/animatic/meets-fal.ts -> src/adapters/fal/fal.ts',
    'tests-are-not-imported: src/cli/uses-fake.ts -> src/testing/fake.ts',
    'no-unresolved: src/cli/lost.ts -> ./nowhere.ts',
  ]) {
    expect(words).toContain(`${line}\n`);
  }
  expect(words).toMatch(/^no-cycle: src\/compositor\//m);
});

test('a folder beside others that no list names is reported: it would have no rule', () => {
  const { code, words } = check({
    ...chain,
    'core/pipeline/text-to-scenes/step.ts': anything('Step'),
    'core/pipeline/scenes-to-stars/step.ts': anything('Star'),
    'adapters/abacus/abacus.ts': anything('Abacus'),
    'renderer/features/shots/page.ts': anything('Page'),
    'renderer/features/stars/page.ts': anything('Sky'),
  });
  expect(code).toBe(1);
  expect(words).toContain('no-rule: src/core/pipeline/scenes-to-stars is in no list of tools/layers.mjs\n');
  expect(words).toContain('no-rule: src/adapters/abacus is in');
  expect(words).toContain('no-rule: src/renderer/features/stars is in');
  expect(words).toContain('3 violations');
});

test.each([
  ['no module', {}],
  ['a few modules', { 'domain/kernel/m0.ts': anything('M0') }],
])('a run that read %s fails', (_, files) => {
  const { code, words } = check(files);
  expect(code).toBe(1);
  expect(words).toContain('too few to mean anything');
});
