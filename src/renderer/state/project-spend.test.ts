import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JobState } from '../../domain/jobs/job.ts';
import { JobId } from '../../domain/kernel/ids.ts';
import { addChange, patchOf } from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { sampleRow } from '../../testing/builders/any-row.ts';
import { createTestStore } from '../../testing/create-test-store.ts';
import { spendOf } from './project-spend.ts';

const job = fc.record({
  state: fc.constantFrom(...JobState.options),
  estimateUsdMicros: fc.nat(5_000_000),
  costUsdMicros: fc.option(fc.nat(5_000_000)),
  submits: fc.nat(3),
});

test('a window sums up what the store does, for jobs in any state', () => {
  const project = sampleRow('project');
  let seed = 0;
  fc.assert(
    fc.property(fc.array(job, { maxLength: 20 }), (given) => {
      using bench = createTestStore({ seed: ++seed });
      const rows = given.map((fields, i) =>
        sampleRow('job', { ...fields, id: JobId.parse(`job-${i}`), projectId: project.id }),
      );
      unwrap(
        bench.store.commit(patchOf(rows.map((row) => addChange('job', row))), {
          projectId: project.id,
          label: 'Jobs',
          undoable: false,
        }),
      );
      expect(spendOf(rows)).toEqual(bench.store.jobs.spend(project.id));
    }),
    { numRuns: 20 },
  );
});
