import type { Store } from '../../core/store/store.ts';
import type { EntityOf } from '../../domain/entities.ts';
import {
  addChange,
  type EntityName,
  patchOf,
  type RecordChange,
  removeChange,
  updateChange,
} from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import type { RowRegisters } from '../../domain/sync/row-registers.ts';
import { sampleRow } from '../builders/any-row.ts';
import { buildBlocks } from '../builders/build-blocks.ts';
import { makeAsset, makeProject, makeScene, makeShot, makeTake } from '../builders/story-rows.ts';
import {
  itemId,
  makeCaption,
  makeClip,
  makeTracks,
  makeTransition,
  testProjectId,
  trackId,
} from '../builders/timeline-rows.ts';
import type { createSeededRandom } from '../seeded-random.ts';
import { createLightDevices } from './light-store.ts';

type Random = ReturnType<typeof createSeededRandom>;

const names = { block: 6, scene: 3, shot: 5, take: 4, item: 5 } as const;
const cover = (n: number) => ({ blockId: `b${n}` as never, start: 0, end: 4 });

/** A small film with something of every kind, whose rows name each other. */
function film(): readonly RecordChange[] {
  const blocks = buildBlocks(
    Array.from({ length: names.block }, (_, i) => ['action', `Rain ${i}.`] as const),
  );
  const sceneOf = (i: number): string => `scene-${Math.floor((i * names.scene) / names.shot)}`;
  return [
    addChange('project', makeProject({ breakdownDigest: 'old' })),
    ...blocks.map((block) => addChange('block', { ...block, projectId: testProjectId })),
    ...Array.from({ length: names.scene }, (_, i) =>
      addChange(
        'scene',
        makeScene(`scene-${i}`, `a${i}`, { blockIds: [`b${i * 2}`, `b${i * 2 + 1}`] as never[] }),
      ),
    ),
    ...Array.from({ length: names.shot }, (_, i) =>
      addChange(
        'shot',
        makeShot(`shot-${i}`, `a${i}`, { sceneId: sceneOf(i) as never, covers: [cover(i)], origin: 'user' }),
      ),
    ),
    ...Array.from({ length: names.take }, (_, i) => addChange('take', makeTake(`take-${i}`, `shot-${i}`, i))),
    ...Array.from({ length: names.take }, (_, i) => addChange('asset', makeAsset(i, 24))),
    addChange('cast', sampleRow('cast', { projectId: testProjectId, order: 'a0', name: 'MARA' })),
    addChange('place', sampleRow('place', { projectId: testProjectId, order: 'a0', name: 'PIER' })),
    ...makeTracks().map((track) => addChange('track', track)),
    ...Array.from({ length: names.item }, (_, i) =>
      addChange('item', makeClip(`item-${i}`, 24, { order: `a${i}` })),
    ),
    addChange(
      'item',
      makeCaption('words', 12, { anchor: { to: 'item', itemId: itemId('item-1'), offsetFlicks: 0 } }),
    ),
    addChange('transition', makeTransition('item-0', 8)),
  ];
}

/** One edit, as the rows of it: what any command may leave, whether or not there is one. */
function anyEdit(store: Store, who: string, n: number, random: Random): readonly (RecordChange | null)[] {
  const some = <E extends EntityName>(entity: E): EntityOf<E> | undefined => {
    const rows = store.rows(entity, testProjectId);
    return rows[random.int(0, rows.length - 1)];
  };
  const change = <E extends EntityName>(entity: E, next: (row: EntityOf<E>) => Partial<EntityOf<E>>) => {
    const row = some(entity);
    return row === undefined ? null : updateChange(entity, row as never, next(row) as never);
  };
  const gone = (entity: EntityName): RecordChange | null => {
    const row = some(entity);
    return row === undefined ? null : removeChange(entity, row);
  };
  const order = `a${random.int(0, 3)}`;
  const takeId = some('take')?.id ?? null;
  const field = (['chosenStillId', 'chosenClipId', 'chosenSpeechId', 'approvedStillId'] as const)[n % 4];
  const id = `${who}-${n}`;
  const edits: readonly (() => RecordChange | null)[] = [
    ...(['block', 'scene', 'take', 'take', 'item', 'transition'] as const).map((kind) => () => gone(kind)),
    () => (random.int(0, 3) === 0 ? gone('track') : gone('shot')),
    () =>
      change('scene', ({ blockIds }) => ({
        blockIds: [...new Set([...blockIds, ...(some('scene')?.blockIds ?? [])])],
      })),
    () => change('scene', () => ({ order })),
    () =>
      change('scene', () => ({
        chosenMusicId: takeId,
        effects: [{ id: 'e', prompt: 'wind', chosenTakeId: takeId }],
      })),
    () => addChange('scene', makeScene(id, order)),
    () => change('shot', (shot) => ({ sceneId: some('scene')?.id ?? shot.sceneId, order })),
    () => change('shot', () => ({ [field ?? 'chosenClipId']: takeId })),
    () => change('shot', ({ covers }) => ({ covers: [...covers, ...(some('shot')?.covers ?? [])] })),
    () =>
      addChange(
        'shot',
        makeShot(id, order, { sceneId: some('scene')?.id ?? ('scene-0' as never), origin: 'user' }),
      ),
    () => change('take', () => ({ discardedAtMs: 5 })),
    () => change('take', () => ({ fromTakeId: takeId })),
    () =>
      addChange(
        'cast',
        sampleRow('cast', { id: id as never, projectId: testProjectId, order, name: 'Mara' }),
      ),
    () =>
      addChange(
        'place',
        sampleRow('place', { id: id as never, projectId: testProjectId, order, name: 'pier' }),
      ),
    () => change('block', () => ({ order })),
    () => change('item', ({ trackId, anchor }) => (anchor === null && trackId === 'main' ? { order } : {})),
    () =>
      change('item', () => ({
        trackId: trackId('video'),
        anchor: {
          to: 'item' as const,
          itemId: some('item')?.id ?? itemId('item-0'),
          offsetFlicks: n - 5,
        },
      })),
    () => change('item', () => ({ trackId: trackId('main'), anchor: null, order })),
    () => addChange('transition', { ...makeTransition(some('item')?.id ?? 'item-0', 8), id: id as never }),
    () =>
      addChange('track', { ...(makeTracks()[1] as EntityOf<'track'>), id: trackId(id), kind: 'main', order }),
  ];
  return [edits[random.int(0, edits.length - 1)]?.() ?? null];
}

/** Everything of the project that waits on a device, as sent. */
export function sendAll({ sync }: Store): readonly RowRegisters[] {
  const rows: RowRegisters[] = [];
  for (let out = sync.outgoing(testProjectId, 500); out !== null; out = sync.outgoing(testProjectId, 500)) {
    const batch = (sync.places()[0]?.batch ?? 0) + 1;
    sync.sending(testProjectId, batch, out.upTo);
    unwrap(sync.acknowledge(testProjectId, batch, out.upTo, []));
    rows.push(...out.rows);
  }
  return rows;
}

/** Both send what they have and take in what the other sent. */
export function exchangeAll(first: Store, second: Store): void {
  const [fromFirst, fromSecond] = [sendAll(first), sendAll(second)];
  unwrap(second.sync.merge(testProjectId, fromFirst, 1));
  unwrap(first.sync.merge(testProjectId, fromSecond, 1));
}

/** Two devices that each did anything to the same film without the other, and then heard of it. */
export function mergeAnyEdits(random: Random): { readonly stores: readonly [Store, Store]; close(): void } {
  const [first, second] = createLightDevices(2, 1_000).map(({ store }) => store);
  if (first === undefined || second === undefined) throw new Error('there are two devices');
  const edit = { projectId: testProjectId, label: 'Edit', undoable: true };
  unwrap(first.commit(patchOf(film()), edit));
  first.sync.begin(testProjectId, 'here');
  second.sync.begin(testProjectId, 'elsewhere');
  exchangeAll(first, second);
  for (const [i, store] of [first, second].entries()) {
    for (let n = random.int(3, 14); n > 0; n--) {
      unwrap(store.commit(patchOf(anyEdit(store, `${i}`, n, random)), edit));
    }
  }
  exchangeAll(first, second);
  return {
    stores: [first, second],
    close: () => {
      first.close();
      second.close();
    },
  };
}
