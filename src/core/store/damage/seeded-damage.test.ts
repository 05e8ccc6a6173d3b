import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createDamageTemplates,
  type DamageTemplates,
  flip,
  openDamaged,
  overwrite,
  sentences,
} from '../../../testing/damaged-homes.ts';
import { createSeededRandom, type SeededRandom } from '../../../testing/seeded-random.ts';

let templates: DamageTemplates;
beforeAll(async () => {
  templates = await createDamageTemplates();
});
afterAll(() => templates.dispose());

describe('seeded damage', () => {
  const runs = Number(process.env['REELWRIGHT_FAULT_RUNS'] ?? 150);

  /** What may happen to files, and whether SQLite or we can always tell that something is lost. */
  const kinds: Record<
    string,
    { readonly told: boolean; readonly do: (path: string, random: SeededRandom) => void }
  > = {
    'bits flipped in the database': {
      told: false,
      do: (path, random) => {
        for (let n = random.int(1, 40); n > 0; n--)
          overwrite(path, random.int(0, statSync(path).size - 1), flip);
      },
    },
    'bits flipped in the log': {
      told: true,
      do: (path, random) => {
        const wal = `${path}-wal`;
        if (!existsSync(wal)) return;
        for (let n = random.int(1, 5); n > 0; n--)
          overwrite(wal, random.int(0, statSync(wal).size - 1), flip);
      },
    },
    'database cut': {
      told: true,
      do: (path, random) => truncateSync(path, random.int(0, statSync(path).size - 1)),
    },
    'log cut': {
      told: true,
      do: (path, random) => {
        const wal = `${path}-wal`;
        if (existsSync(wal)) truncateSync(wal, random.int(100, statSync(wal).size));
      },
    },
    'a stretch of zeros': {
      told: false,
      do: (path, random) => {
        const { size } = statSync(path);
        overwrite(path, random.int(0, size - 1), Buffer.alloc(random.int(1, 20_000)), size);
      },
    },
    'a stretch of noise': {
      told: false,
      do: (path, random) => {
        const { size } = statSync(path);
        overwrite(path, random.int(0, size - 1), random.bytes(random.int(1, 20_000)), size);
      },
    },
    'pages swapped': {
      told: false,
      do: (path, random) => {
        const pages = Math.floor(statSync(path).size / 4_096);
        const bytes = readFileSync(path);
        const [a, b] = [random.int(0, pages - 1) * 4_096, random.int(0, pages - 1) * 4_096];
        overwrite(path, a, bytes.subarray(b, b + 4_096));
        overwrite(path, b, bytes.subarray(a, a + 4_096));
      },
    },
    'a log that is noise': {
      told: true,
      do: (path, random) => writeFileSync(`${path}-wal`, random.bytes(random.int(1, 100_000))),
    },
    'an older log': { told: true, do: (path) => copyFileSync(templates.olderLog, `${path}-wal`) },
    'a foreign log': {
      told: true,
      do: (path) => copyFileSync(join(templates.foreign, 'reelwright.db-wal'), `${path}-wal`),
    },
    'a foreign index of the log': {
      told: false,
      do: (path) => copyFileSync(join(templates.foreign, 'reelwright.db-shm'), `${path}-shm`),
    },
    'noise in the safety copies too': {
      told: true,
      do: (path, random) => {
        truncateSync(path, random.int(0, statSync(path).size - 1));
        const folder = join(path, '..', 'snapshots');
        for (const name of readdirSync(folder)) {
          overwrite(join(folder, name), random.int(0, 9_000), random.bytes(4_000));
        }
      },
    },
  };

  const each = Math.max(1, Math.ceil(runs / Object.keys(kinds).length));

  test.each(Object.entries(kinds))(`%s: opens and can be worked in, ${each} times`, (name, kind) => {
    for (let seed = 1; seed <= each; seed++) {
      const random = createSeededRandom(`${name} ${seed}`);
      const template = random.int(0, 1) === 0 ? templates.closed : templates.killed;
      const outcome = openDamaged(templates, template, (path) => kind.do(path, random));
      const which = `seed "${name} ${seed}": ${sentences(outcome)}`;
      expect(outcome.openedInMs, which).toBeLessThan(5_000);
      expect(outcome.next.keptNewWork, which).toBe(true);
      const lost = outcome.content !== templates.content;
      if (lost && kind.told) expect(outcome.notices, which).not.toEqual([]);
      rmSync(outcome.home, { recursive: true });
    }
  });
});
