import { join } from 'node:path';
import { createOrchestrator, type Orchestrator } from '../core/orchestrator/orchestrator.ts';
import type { Generator } from '../core/ports/generator.ts';
import { addChange, patchOf, updateChange } from '../domain/kernel/patch.ts';
import { ok, unwrap } from '../domain/kernel/result.ts';
import type { Shot } from '../domain/shots/shot.ts';
import { makeProject, makeScene, makeShot } from './builders/story-rows.ts';
import { testProjectId } from './builders/timeline-rows.ts';
import { createTestStore, type TestStore } from './create-test-store.ts';
import { createFakeGenerator } from './fakes/fake-generator.ts';
import { createFakeProvider, type FakeProvider } from './fakes/fake-provider.ts';
import { createTestLand } from './test-land.ts';

/** A story of two shots, the real store and engine, and two scripted providers: the free `animatic` and `paid`. */
export interface GenerationBench extends AsyncDisposable {
  readonly test: TestStore;
  readonly orchestrator: Orchestrator;
  readonly drawing: Generator;
  readonly paying: Generator;
  /** The far side of both. */
  readonly far: FakeProvider;
  shot(id: 'a' | 'b'): Shot;
  /** An edit of a shot, as a person would make it. */
  edit(id: 'a' | 'b', fields: Partial<Shot>): void;
  /** Turns the clock until `work` has ended. */
  runUntil<T>(work: Promise<T>): Promise<T>;
}

const twoShots = [makeShot('a', 'a0'), makeShot('b', 'a1')];

export function createGenerationBench(
  options: { readonly behave?: Parameters<typeof createFakeProvider>[0] } = {},
): GenerationBench {
  const test = createTestStore();
  const { store, clock } = test;
  const rows = [
    addChange('project', makeProject()),
    addChange('scene', makeScene('one', 'a0')),
    ...twoShots.map((shot) => addChange('shot', shot)),
  ];
  unwrap(store.commit(patchOf(rows), { projectId: testProjectId, label: 'Story', undoable: false }));
  const far = createFakeProvider(options.behave);
  const drawing = createFakeGenerator(far, { provider: 'animatic', free: true });
  const paying = createFakeGenerator(far, { provider: 'paid' });
  const landFile = createTestLand(join(test.home, 'library'), clock.nowMs);
  const orchestrator = createOrchestrator({
    store,
    clock,
    generators: [drawing, paying],
    land: async (job, file) => {
      const landed = unwrap(await landFile(job, file));
      const { takeId, patch } = landed;
      const chosen = job.request.kind === 'still' ? { chosenStillId: takeId } : { chosenClipId: takeId };
      const shot = job.shotId === null ? null : store.row('shot', job.shotId);
      const choice = shot === null ? null : updateChange('shot', shot, chosen);
      return ok({ ...landed, patch: patchOf([...patch.changes, choice]) });
    },
    canStore: () => ok(undefined),
    assetPath: () => ok({ path: '/somewhere', mime: 'image/png' }),
    maxCostUsdMicros: () => Number.POSITIVE_INFINITY,
    incomingFolder: join(test.home, 'incoming'),
    random: () => 0.5,
  });
  orchestrator.start();
  const shotOf = (id: 'a' | 'b'): Shot => {
    const shot = store.row('shot', id);
    if (shot === null) throw new Error(`no shot ${id}`);
    return shot;
  };

  return {
    test,
    orchestrator,
    drawing,
    paying,
    far,
    shot: shotOf,
    edit(id, fields) {
      const patch = patchOf([updateChange('shot', shotOf(id), fields)]);
      unwrap(store.commit(patch, { projectId: testProjectId, label: 'Edit shot', undoable: true }));
    },
    async runUntil(work) {
      let open = true;
      const end = (): void => {
        open = false;
      };
      work.then(end, end);
      while (open) await clock.advanceToNext();
      return work;
    },
    async [Symbol.asyncDispose]() {
      await orchestrator.close();
      test.dispose();
    },
  };
}
