import { describe, expect, test } from 'vitest';
import type { Fault, Result } from '../../domain/kernel/result.ts';
import { createTestStudio, type TestStudio } from '../../testing/create-test-studio.ts';
import { createManualClock } from '../../testing/manual-clock.ts';
import { createModelService, type Weather } from '../../testing/sync/create-model-service.ts';
import type { SyncService } from '../ports/sync-service.ts';

const asleep: Fault = {
  code: 'sync.database-asleep',
  message: 'The database does not answer at the moment.',
  detail: { retryAfterMs: 2_000 },
};
const unreachable: Fault = { code: 'sync.unreachable', message: 'The line broke.' };
const newer: Fault = { code: 'sync.newer-schema', message: 'Update Reelwright to send it.' };
const signedOut: Fault = { code: 'sync.signed-out', message: 'The database refuses the password.' };

/** A service that takes every question and answers none, until it is let go of. */
function silent(service: SyncService, isSilent: () => boolean): SyncService {
  const hold = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  const held = async <T>(signal: AbortSignal, ask: () => Promise<Result<T>>): Promise<Result<T>> => {
    if (!isSilent()) return ask();
    await hold(signal);
    return { ok: false, fault: unreachable };
  };
  return {
    projects: (signal) => held(signal, () => service.projects(signal)),
    createProject: (project, signal) => held(signal, () => service.createProject(project, signal)),
    removeProject: (id, signal) => held(signal, () => service.removeProject(id, signal)),
    removedProjects: (signal) => held(signal, () => service.removedProjects(signal)),
    restoreProject: (id, signal) => held(signal, () => service.restoreProject(id, signal)),
    devices: (signal) => held(signal, () => service.devices(signal)),
    push: (id, request, signal) => held(signal, () => service.push(id, request, signal)),
    pull: (id, page, signal) => held(signal, () => service.pull(id, page, signal)),
    live: (last, onEvent, signal) => held(signal, () => service.live(last, onEvent, signal)),
  };
}

interface Case {
  readonly weather?: Weather;
  readonly silent?: boolean;
  /** What the status says of the project meanwhile. */
  readonly says: readonly string[];
}

let turn = 0;
const cases: readonly (readonly [string, Case])[] = [
  ['answers nothing', { silent: true, says: ['sending', 'receiving', 'offline'] }],
  ['has a database that sleeps', { weather: () => ({ fault: asleep, done: false }), says: ['waiting'] }],
  [
    'has a database that refuses it',
    { weather: () => ({ fault: signedOut, done: false }), says: ['waiting'] },
  ],
  [
    'fails over to another machine, and loses every second answer',
    {
      weather: () => ({ fault: unreachable, done: ++turn % 2 === 0 }),
      says: ['offline'],
    },
  ],
  [
    'has a database of a newer schema',
    {
      weather: (question) => (question === 'push' ? { fault: newer, done: false } : null),
      says: ['refused'],
    },
  ],
];

/** What a person at the screen asks of the studio, and how long each answer took. */
async function work(
  { client }: TestStudio,
  projectId: Parameters<TestStudio['client']['projects']['get']>[0]['projectId'],
) {
  const tookMs: number[] = [];
  const timed = async <T>(call: () => Promise<T>): Promise<T> => {
    const beganMs = performance.now();
    const answer = await call();
    tookMs.push(performance.now() - beganMs);
    return answer;
  };
  for (let round = 0; round < 8; round++) {
    const [shot] = await timed(() => client.shots.list({ projectId }));
    if (shot === undefined) throw new Error('the story has shots');
    const fields = { description: `Words ${round}.` };
    await timed(() => client.shots.edit({ projectId, shotId: shot.id, fields }));
    await timed(() => client.projects.rename({ projectId, title: `Title ${round}` }));
    await timed(() => client.projects.undo({ projectId }));
    await timed(() => client.projects.list({ trashed: false }));
    await timed(() => client.timeline.get({ projectId }));
    await timed(() => client.sync.overview());
    await timed(() => client.studio.notices());
  }
  return tookMs.sort((a, b) => a - b);
}

describe('while the service', () => {
  test.each(cases)(
    '%s, no call of the screen waits for it, and everything is written here',
    async (_name, given) => {
      const model = createModelService(createManualClock());
      const now: { weather: Weather; silent: boolean } = { weather: () => null, silent: false };
      const line = model.line({ weather: (question) => now.weather(question) });
      await using studio = createTestStudio({
        host: 'server',
        syncService: silent(line, () => now.silent),
      });
      const projectId = await studio.openStory();
      await studio.client.sync.turnOn({ projectId, organisationId: null });
      await studio.clock.advance(1_000);
      const before = await studio.client.sync.overview();
      expect(before.projects[0]).toMatchObject({ waitingRows: 0, state: { kind: 'up-to-date' } });

      now.weather = given.weather ?? (() => null);
      now.silent = given.silent ?? false;
      await studio.client.projects.rename({ projectId, title: 'While it was away' });
      await studio.clock.advance(500);
      const tookMs = await work(studio, projectId);
      expect(tookMs.length).toBe(64);
      // The middle one: a machine that is busy with other work makes single ones late.
      expect(tookMs[32]).toBeLessThan(50);
      await studio.clock.advance(500);
      const meanwhile = await studio.client.sync.overview();
      const [project] = meanwhile.projects;
      expect(given.says).toContain(project?.state.kind);
      expect(project?.waitingRows).toBeGreaterThan(0);
      const [shot] = await studio.client.shots.list({ projectId });
      expect(shot?.description).toBe('Words 7.');
    },
  );
});
