import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { formatHlc } from '../../domain/kernel/hlc.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import type { RowRegisters } from '../../domain/sync/row-registers.ts';
import { schemaNumber } from '../../domain/sync/schema-number.ts';
import type { PushRequest } from '../../domain/sync/sync-messages.ts';
import { pushedShot } from '../../testing/builders/pushed-rows.ts';
import { makeProject } from '../../testing/builders/story-rows.ts';
import {
  startTestSyncDatabase,
  type TestSyncDatabase,
} from '../../testing/service/start-test-sync-database.ts';
import type { Claims } from './claims.ts';
import type { SyncDatabase } from './sync-database.ts';

const nowMs = 1_800_000_000_000;
let under: TestSyncDatabase;
let database: SyncDatabase;
beforeAll(async () => {
  under = await startTestSyncDatabase({ now: () => nowMs });
  ({ database } = under);
});
afterAll(() => under.stop());

const anna: Claims = { userId: 'user_anna', sessionId: 'sess_anna', organisation: null };
let film = '';
let films = 0;
beforeEach(async () => {
  films += 1;
  film = `film-${films}`;
  unwrap(
    await database.createProject(anna, { id: film, title: 'The Last Signal', organisationId: null }, null),
  );
});

const stamp = (counter: number, device = 'laptop', ms = nowMs) => formatHlc({ ms, counter, device });
const shot = (id: string, at: string, v: RowRegisters['v'], s?: RowRegisters['s']): RowRegisters =>
  s === undefined ? pushedShot(film, id, at, v) : { e: 'shot', id, b: at, v, s };
const batch = (
  number: number,
  rows: readonly RowRegisters[],
  more: Partial<PushRequest> = {},
): PushRequest => ({
  device: 'laptop',
  schema: 7,
  batch: number,
  upTo: stamp(0xffff),
  cursor: 0,
  rows: [...rows],
  ...more,
});
const whole = { from: null, limit: 2_000 };

describe('a push', () => {
  test('gives every changed row the next number, and a pull gives them back', async () => {
    const rows = [
      shot('a', stamp(0), { description: 'A \0 lamp \ud83d' }),
      shot('b', stamp(1), { lensMm: 35 }),
    ];
    const answer = unwrap(await database.push(anna, film, batch(1, rows)));
    expect(answer).toMatchObject({ applied: 1, head: 2, beaten: [], overwrote: [], nowMs });
    expect(unwrap(await database.pull(anna, film, { after: 0, ...whole }))).toEqual({
      rows,
      cursor: 2,
      head: 2,
      nowMs,
    });
  });

  test('that comes again is not applied again, and has its answer again', async () => {
    const first = unwrap(await database.push(anna, film, batch(1, [shot('a', stamp(0), { lensMm: 35 })])));
    const again = batch(1, [shot('a', stamp(0), { lensMm: 35 }, {}), shot('z', stamp(9), { lensMm: 1 })]);
    expect(unwrap(await database.push(anna, film, again))).toEqual(first);
    expect(unwrap(await database.pull(anna, film, { after: 0, ...whole })).rows).toHaveLength(1);
  });

  test('that leaves a batch out is refused and says how far the service is', async () => {
    const refused = await database.push(anna, film, batch(3, []));
    expect(refused).toMatchObject({ ok: false, fault: { code: 'sync.batch-gap', detail: { applied: 0 } } });
  });

  test('from a clock more than five minutes ahead is refused whole', async () => {
    const ahead = stamp(0, 'laptop', nowMs + 5 * 60_000 + 1);
    const rows = [
      shot('a', stamp(0), { lensMm: 35 }),
      shot('b', stamp(1), { lensMm: 50 }, { lensMm: ahead }),
    ];
    expect(await database.push(anna, film, batch(1, rows))).toMatchObject({
      fault: { code: 'sync.clock-ahead' },
    });
    expect(unwrap(await database.pull(anna, film, { after: 0, ...whole })).rows).toEqual([]);
  });

  test('of an older version is refused once a newer one has written', async () => {
    unwrap(await database.push(anna, film, batch(1, [], { schema: 8 })));
    const older = await database.push(anna, film, batch(1, [], { schema: 7, device: 'old' }));
    expect(older).toMatchObject({ fault: { code: 'sync.newer-schema' } });
  });

  test('tells both sides of two edits that did not know of each other', async () => {
    unwrap(await database.push(anna, film, batch(1, [shot('a', stamp(0), { lensMm: 35 })])));
    const theirs = shot('a', stamp(0), { lensMm: 50 }, { lensMm: stamp(5, 'tower') });
    const answer = unwrap(await database.push(anna, film, batch(1, [theirs], { device: 'tower' })));
    expect(answer.overwrote).toMatchObject([{ field: 'lensMm', loser: 35, winner: 50 }]);
  });

  test('with what no studio could read is refused whole, and says which field of which row it is', async () => {
    unwrap(await database.push(anna, film, batch(1, [shot('a', stamp(0), {})])));
    const fine = shot('b', stamp(1), {});
    const parts: [RowRegisters, string][] = [
      [shot('a', stamp(0), { lensMm: 'fifty' }, { lensMm: stamp(2) }), 'lensMm'],
      [shot('c', stamp(2), { size: 'enormous' }), 'size'],
      [{ ...shot('d', stamp(2), {}), v: { lensMm: 35 } }, 'projectId'],
      [{ ...shot('e', stamp(2), {}), id: 'e'.repeat(81) }, 'id'],
      [pushedShot('another', 'f', stamp(2)), 'projectId'],
    ];
    for (const [row, field] of parts) {
      const { e: entity, id } = row;
      expect(await database.push(anna, film, batch(2, [fine, row], { cursor: 1 }))).toMatchObject({
        fault: { code: 'sync.bad-row', detail: { entity, id, field } },
      });
    }
    expect(unwrap(await database.project(anna, film)).head).toBe(1);
    const newer = batch(2, [shot('c', stamp(2), { size: 'enormous' })], { schema: schemaNumber + 1 });
    expect(unwrap(await database.push(anna, film, newer)).head).toBe(2);
  });

  test('carries the title and the deletion of the project to the list', async () => {
    const values = makeProject({ id: film as ProjectId, title: 'Signal' }) as unknown as RowRegisters['v'];
    const project: RowRegisters = { e: 'project', id: film, b: stamp(0), v: values };
    unwrap(await database.push(anna, film, batch(1, [project])));
    expect(unwrap(await database.project(anna, film))).toMatchObject({ title: 'Signal', deletedAtMs: null });
    unwrap(await database.push(anna, film, batch(2, [{ ...project, v: {}, d: stamp(3) }])));
    expect(unwrap(await database.project(anna, film))).toMatchObject({ title: 'Signal', deletedAtMs: nowMs });
  });
});

describe('a pull', () => {
  test('in pages brings every register, also of rows that were edited again later', async () => {
    const rows = Array.from({ length: 9 }, (_, n) =>
      shot(`s${n}`, stamp(n), { lensMm: n + 1, subject: `${n}` }),
    );
    unwrap(await database.push(anna, film, batch(1, rows)));
    const edited = shot('s0', stamp(0), { lensMm: 99 }, { lensMm: stamp(50) });
    unwrap(await database.push(anna, film, batch(2, [edited])));
    for (const from of [null, 0]) {
      const seen = new Map<string, Record<string, unknown>>();
      let cursor = 0;
      let head = 1;
      while (cursor < head) {
        const page = unwrap(
          await database.pull(anna, film, {
            after: from === null ? cursor : 0,
            from: from === null ? null : cursor,
            limit: 2,
          }),
        );
        for (const { id, v } of page.rows) seen.set(id, { ...seen.get(id), ...v });
        ({ cursor, head } = page);
      }
      expect(seen.get('s0')).toMatchObject({ lensMm: 99, subject: '0' });
      expect(seen.size).toBe(9);
    }
  });

  test('that says from where it begins has the newer registers only', async () => {
    unwrap(
      await database.push(anna, film, batch(1, [shot('a', stamp(0), { lensMm: 35, subject: 'A lamp' })])),
    );
    unwrap(
      await database.push(anna, film, batch(2, [shot('a', stamp(0), { lensMm: 50 }, { lensMm: stamp(2) })])),
    );
    const { rows } = unwrap(await database.pull(anna, film, { after: 1, from: 1, limit: 10 }));
    expect(rows).toEqual([shot('a', stamp(0), { lensMm: 50 }, { lensMm: stamp(2) })]);
  });

  test('from beyond the head begins anew', async () => {
    unwrap(await database.push(anna, film, batch(1, [shot('a', stamp(0), { lensMm: 35 })])));
    const answer = unwrap(await database.pull(anna, film, { after: 340, ...whole }));
    expect(answer).toMatchObject({ cursor: 1, head: 1 });
    expect(answer.rows).toHaveLength(1);
  });
});
