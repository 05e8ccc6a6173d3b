import { describe, expect, it } from 'vitest';
import { formatHlc } from '../../domain/kernel/hlc.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import type { RowRegisters } from '../../domain/sync/row-registers.ts';
import type { PushRequest } from '../../domain/sync/sync-messages.ts';
import { pushedShot } from '../../testing/builders/pushed-rows.ts';
import type { SyncService } from './sync-service.ts';

export interface SyncServiceUnderTest {
  /** The same person, on any device. */
  readonly service: SyncService;
  nowMs(): number;
  cleanup(): Promise<void>;
}

const signal = new AbortController().signal;

/** What everything does that mirrors projects, as docs/sync.md says. */
export function describeSyncService(name: string, prepare: () => Promise<SyncServiceUnderTest>): void {
  describe(name, () => {
    const withService = async (use: (under: SyncServiceUnderTest) => Promise<void>): Promise<void> => {
      const under = await prepare();
      try {
        await use(under);
      } finally {
        await under.cleanup();
      }
    };
    const whole = { after: 0, from: 0, limit: 10, device: 'two' };
    const project = (id: string) => ({ id, title: 'Night ferry', organisationId: null });
    const stampAt = (ms: number, device: string): string => formatHlc({ ms, counter: 0, device });
    const shot = (id: string, stamp: string, values: RowRegisters['v']): RowRegisters =>
      pushedShot('film-1', id, stamp, values);
    const batchOf = (
      device: string,
      batch: number,
      rows: RowRegisters[],
      cursor = 0,
      schema = 7,
    ): PushRequest => {
      const upTo =
        rows
          .map(({ b }) => b)
          .sort()
          .at(-1) ?? '';
      return { device, schema, batch, upTo, cursor, rows };
    };

    it('makes a project once, and lists it', () =>
      withService(async ({ service }) => {
        const made = unwrap(await service.createProject(project('film-1'), signal));
        expect(made).toMatchObject({ id: 'film-1', title: 'Night ferry', role: 'owner', head: 0 });
        unwrap(await service.createProject(project('film-1'), signal));
        const listed = unwrap(await service.projects(signal));
        expect(listed.map(({ id }) => id)).toEqual(['film-1']);
      }));

    it('takes a project away from all, and brings it back as it was', () =>
      withService(async ({ service }) => {
        const made = unwrap(await service.createProject(project('film-1'), signal));
        unwrap(await service.removeProject('film-1', signal));
        expect(unwrap(await service.projects(signal))).toEqual([]);
        const gone = { ok: false, fault: { code: 'sync.no-project' } };
        expect(await service.removeProject('film-1', signal)).toMatchObject(gone);
        expect(await service.pull('film-1', whole, signal)).toMatchObject(gone);
        expect(await service.restoreProject('nobody', signal)).toMatchObject(gone);
        const removed = unwrap(await service.removedProjects(signal));
        expect(removed).toMatchObject([project('film-1')]);
        expect((removed[0]?.goneAtMs ?? 0) - (removed[0]?.removedAtMs ?? 0)).toBe(30 * 86_400_000);
        for (let times = 0; times < 2; times++) {
          const back = unwrap(await service.restoreProject('film-1', signal));
          const { id, title, role, organisationId, head } = made;
          expect(back).toMatchObject({ id, title, role, organisationId, head });
        }
        expect(unwrap(await service.removedProjects(signal))).toEqual([]);
        expect(unwrap(await service.projects(signal)).map(({ id }) => id)).toEqual(['film-1']);
      }));

    it('gives what one device sent to another, in pages without gaps', () =>
      withService(async ({ service, nowMs }) => {
        unwrap(await service.createProject(project('film-1'), signal));
        const rows = Array.from({ length: 5 }, (_, at) =>
          shot(`shot-${at}`, stampAt(nowMs() - 100 + at, 'one'), { description: `picture ${at}` }),
        );
        const answer = unwrap(await service.push('film-1', batchOf('one', 1, rows), signal));
        expect(answer).toMatchObject({ applied: 1, upTo: rows[4]?.b, head: 5, beaten: [], overwrote: [] });
        const first = unwrap(
          await service.pull('film-1', { after: 0, from: 0, limit: 3, device: 'two' }, signal),
        );
        expect(first).toMatchObject({ cursor: 3, head: 5 });
        const second = unwrap(
          await service.pull('film-1', { after: 0, from: first.cursor, limit: 3, device: 'two' }, signal),
        );
        expect(second).toMatchObject({ cursor: 5, head: 5 });
        expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
        expect(first.rows[0]).toEqual(rows[0]);
        expect(
          unwrap(await service.pull('film-1', { after: 5, from: 5, limit: 3, device: 'two' }, signal)),
        ).toMatchObject({
          rows: [],
          cursor: 5,
        });
      }));

    it('applies a batch once, and gives its answer again to whoever sent it', () =>
      withService(async ({ service, nowMs }) => {
        unwrap(await service.createProject(project('film-1'), signal));
        const first = batchOf('one', 1, [shot('shot-1', stampAt(nowMs(), 'one'), { lensMm: 35 })]);
        const answer = unwrap(await service.push('film-1', { ...first, batchId: 'first-try' }, signal));
        expect(answer).toMatchObject({ applied: 1, before: 0, head: 1 });
        const later = { ...first, upTo: stampAt(nowMs() + 1, 'one'), rows: [] };
        const second = { ...later, batchId: 'second-try', earlierIds: ['first-try'] };
        const again = unwrap(await service.push('film-1', second, signal));
        expect(again).toMatchObject({ applied: 1, upTo: answer.upTo, before: 0, head: 1 });
        const seen = async (device: string) =>
          unwrap(await service.pull('film-1', { ...whole, device }, signal)).lastBatch;
        expect(await seen('one')).toEqual({ batch: 1, id: 'first-try' });
        expect(await seen('two')).toBe(null);
        const named = { ...later, batch: 2, batchId: 'third-try', deviceName: 'The laptop' };
        unwrap(await service.push('film-1', named, signal));
        expect(unwrap(await service.devices(signal))).toMatchObject([{ device: 'one', name: 'The laptop' }]);
        const gap = await service.push('film-1', { ...first, batch: 4, batchId: 'fourth' }, signal);
        expect(gap).toMatchObject({ ok: false, fault: { code: 'sync.batch-gap', detail: { applied: 2 } } });
      }));

    it('takes nothing of a device that has seen more than there is, and names the batch to go on after', () =>
      withService(async ({ service, nowMs }) => {
        unwrap(await service.createProject(project('film-1'), signal));
        const made = shot('shot-1', stampAt(nowMs(), 'one'), { lensMm: 35 });
        unwrap(await service.push('film-1', batchOf('one', 1, [made]), signal));
        const other = {
          ...batchOf('one', 2, [shot('shot-2', stampAt(nowMs(), 'one'), {})], 2),
          batchId: 'a',
        };
        expect(await service.push('film-1', other, signal)).toMatchObject({
          ok: false,
          fault: { code: 'sync.batch-gap', detail: { applied: 1 } },
        });
        const pulled = unwrap(await service.pull('film-1', { ...whole, after: 2, from: 2 }, signal));
        expect(pulled).toMatchObject({ head: 1, cursor: 1, rows: [{ id: 'shot-1' }] });
        const honest = unwrap(await service.push('film-1', { ...other, cursor: 1, batchId: 'b' }, signal));
        expect(honest).toMatchObject({ applied: 2, before: 1, head: 2 });
      }));

    it('refuses a batch of another copy of the data folder, and takes nothing of it over', () =>
      withService(async ({ service, nowMs }) => {
        unwrap(await service.createProject(project('film-1'), signal));
        const made = shot('shot-1', stampAt(nowMs(), 'one'), { lensMm: 35 });
        for (const [batch, batchId] of [
          [1, 'a'],
          [2, 'b'],
        ] as const) {
          unwrap(await service.push('film-1', { ...batchOf('one', batch, [made]), batchId }, signal));
        }
        const other = shot('shot-2', stampAt(nowMs(), 'one'), {});
        for (const [batch, ids] of [
          [2, { batchId: 'c', earlierIds: ['d'] }],
          [1, { batchId: 'a' }],
        ] satisfies [number, Partial<PushRequest>][]) {
          const request = { ...batchOf('one', batch, [other]), ...ids };
          const refused = await service.push('film-1', request, signal);
          expect(refused).toMatchObject({
            ok: false,
            fault: { code: 'sync.batch-taken', detail: { applied: 2 } },
          });
        }
        expect(unwrap(await service.pull('film-1', whole, signal)).rows).toHaveLength(1);
      }));

    it('gives only what is newer than `after` on every page, whatever was edited between', () =>
      withService(async ({ service, nowMs }) => {
        unwrap(await service.createProject(project('film-1'), signal));
        const rows = Array.from({ length: 4 }, (_, at) =>
          shot(`shot-${at}`, stampAt(nowMs() - 100 + at, 'one'), { lensMm: at + 1 }),
        );
        unwrap(await service.push('film-1', batchOf('one', 1, rows), signal));
        const edits = rows.map(({ id, b }, at) => ({
          ...{ e: 'shot' as const, id, b, v: { mood: `${at}` } },
          s: { mood: stampAt(nowMs(), 'one') },
        }));
        unwrap(await service.push('film-1', batchOf('one', 2, edits), signal));
        const first = unwrap(
          await service.pull('film-1', { after: 4, from: 4, limit: 3, device: 'two' }, signal),
        );
        const late = { ...(edits[0] as RowRegisters), v: { subject: 'late' } };
        const stamped = { ...late, s: { subject: stampAt(nowMs() + 1, 'one') } };
        unwrap(await service.push('film-1', batchOf('one', 3, [stamped]), signal));
        const second = unwrap(
          await service.pull('film-1', { after: 4, from: first.cursor, limit: 3, device: 'two' }, signal),
        );
        expect(first.rows.map(({ id, v }) => [id, v])).toEqual([
          ['shot-0', { mood: '0' }],
          ['shot-1', { mood: '1' }],
          ['shot-2', { mood: '2' }],
        ]);
        expect(second).toMatchObject({ cursor: 9, head: 9 });
        expect(second.rows.map(({ id, v }) => [id, v])).toEqual([
          ['shot-3', { mood: '3' }],
          ['shot-0', { mood: '0', subject: 'late' }],
        ]);
      }));

    it('says who was beaten, and whom the pusher overwrote without having seen it', () =>
      withService(async ({ service, nowMs }) => {
        unwrap(await service.createProject(project('film-1'), signal));
        const atMs = nowMs();
        const made = shot('shot-1', stampAt(atMs - 100, 'one'), { lensMm: 35 });
        unwrap(await service.push('film-1', batchOf('one', 1, [made]), signal));
        const edit = (device: string, ms: number, lensMm: number): RowRegisters => ({
          ...{ e: 'shot', id: 'shot-1', b: made.b, v: { lensMm } },
          s: { lensMm: stampAt(ms, device) },
        });
        const push = async (device: string, batch: number, row: RowRegisters, cursor: number) => {
          const request = { ...batchOf(device, batch, [row], cursor), upTo: row.s?.['lensMm'] ?? '' };
          return unwrap(await service.push('film-1', request, signal));
        };
        await push('one', 2, edit('one', atMs, 50), 1);
        const late = await push('two', 1, edit('two', atMs - 50, 85), 1);
        expect(late.beaten).toMatchObject([{ id: 'shot-1', field: 'lensMm', loser: 85, winner: 50 }]);
        const newer = await push('three', 1, edit('three', atMs + 50, 100), 1);
        expect(newer.overwrote).toMatchObject([{ id: 'shot-1', field: 'lensMm', loser: 50, winner: 100 }]);
      }));

    it('refuses a stamp from the future, and a project that is not there', () =>
      withService(async ({ service, nowMs }) => {
        unwrap(await service.createProject(project('film-1'), signal));
        const ahead = shot('shot-1', stampAt(nowMs() + 3_600_000, 'one'), {});
        const refused = await service.push('film-1', batchOf('one', 1, [ahead]), signal);
        expect(refused).toMatchObject({ ok: false, fault: { code: 'sync.clock-ahead' } });
        const nobody = await service.pull('nobody', whole, signal);
        expect(nobody).toMatchObject({ ok: false });
        expect(['sync.no-project', 'sync.no-access']).toContain(nobody.ok ? '' : nobody.fault.code);
      }));

    it('refuses what an older app would write to a project of a newer one, and still gives it to read', () =>
      withService(async ({ service, nowMs }) => {
        unwrap(await service.createProject(project('film-1'), signal));
        const made = shot('shot-1', stampAt(nowMs(), 'one'), {});
        unwrap(await service.push('film-1', batchOf('one', 1, [made], 0, 9), signal));
        const old = shot('shot-2', stampAt(nowMs(), 'two'), {});
        const refused = await service.push('film-1', batchOf('two', 1, [old], 0, 8), signal);
        expect(refused).toMatchObject({ ok: false, fault: { code: 'sync.newer-schema' } });
        expect(unwrap(await service.pull('film-1', whole, signal)).rows).toHaveLength(1);
      }));

    it('tells who listens of a change, until the listening ends', () =>
      withService(async ({ service, nowMs }) => {
        unwrap(await service.createProject(project('film-1'), signal));
        const stop = new AbortController();
        let tell: (head: number) => void = () => {};
        const heard = new Promise<number>((resolve) => {
          tell = resolve;
        });
        const live = service.live(
          null,
          (event) => {
            if ('head' in event && event.projectId === 'film-1') tell(event.head);
          },
          stop.signal,
        );
        // Whoever listens from now on hears of later changes; a second batch is for one who came a moment late.
        const first = shot('shot-1', stampAt(nowMs(), 'one'), {});
        unwrap(await service.push('film-1', batchOf('one', 1, [first]), signal));
        let batch = 2;
        const again = setInterval(() => {
          const next = shot(`shot-${batch}`, stampAt(nowMs(), 'one'), {});
          void service.push('film-1', batchOf('one', batch++, [next]), signal);
        }, 250);
        expect(await heard).toBeGreaterThan(0);
        clearInterval(again);
        stop.abort();
        expect((await live).ok).toBe(true);
      }));
  });
}
