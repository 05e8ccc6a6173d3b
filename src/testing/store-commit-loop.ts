import { writeSync } from 'node:fs';
import { createSystemClock } from '../adapters/system/system-clock.ts';
import { createStore } from '../core/store/create-store.ts';
import { homeLayout } from '../core/store/home-layout.ts';
import { openWritable } from '../core/store/open-database.ts';
import { openStore } from '../core/store/open-store.ts';
import type { Store } from '../core/store/store.ts';
import { BlockId, ProjectId } from '../domain/kernel/ids.ts';
import { addChange, patchOf, updateChange } from '../domain/kernel/patch.ts';
import { unwrap } from '../domain/kernel/result.ts';
import { sampleRow } from './builders/any-row.ts';
import { createSeededIds } from './seeded-ids.ts';

/**
 * A process that commits without end and writes the number of each commit to stdout once it is acknowledged: what is
 * killed in tests of durability. Arguments: data folder, `FULL` or `NORMAL`, number of the first commit.
 */
const [home = '', synchronous = 'FULL', first = '1'] = process.argv.slice(2);
const clock = createSystemClock();
const project = sampleRow('project', { id: ProjectId.parse('film') });
const block = sampleRow('block', { projectId: project.id });
const edit = { projectId: project.id, label: 'Edit', undoable: true };

function open(): Store {
  const holder = { what: 'a test', pid: process.pid };
  const store = unwrap(openStore({ home, clock, ids: createSeededIds(home), holder }));
  if (synchronous === 'FULL') return store;
  // What the store never does; shows that the test can tell.
  store.close();
  const db = openWritable(homeLayout(home).database);
  db.pragma(`synchronous = ${synchronous}`);
  const nothing = (): void => {};
  const parts = { home, db, clock, readOnly: false, notices: [], snapshots: null };
  return createStore({ ...parts, closing: nothing, release: nothing });
}

const store = open();
if (store.row('project', project.id) === null) {
  unwrap(store.commit(patchOf([addChange('project', { ...project, title: '0' })]), edit));
}
for (let n = Number(first); ; n++) {
  const before = store.row('project', project.id);
  if (before === null) throw new Error('the project is gone');
  const added = addChange('block', { ...block, id: BlockId.parse(`block-${n}`), order: String(n) });
  unwrap(store.commit(patchOf([added, updateChange('project', before, { title: String(n) })]), edit));
  writeSync(1, `${n}\n`);
}
