import { expect, test } from 'vitest';
import type { Job, JobState } from '../../domain/jobs/job.ts';
import type { JobId, ProjectId } from '../../domain/kernel/ids.ts';
import { FaultError } from '../../domain/kernel/result.ts';
import { sampleRow } from '../../testing/builders/any-row.ts';
import type { JobListener, StuckListener } from '../orchestrator/orchestrator.ts';
import { followJobs, type JobFollower } from './follow-jobs.ts';

const projectId = 'film' as ProjectId;
const diskFull = { code: 'store.full', message: 'The disk is full.' } as const;

function job(id: string, state: JobState = 'queued'): Job {
  return sampleRow('job', { id: id as JobId, projectId, state });
}

/** The two lines of an engine, with what a test says on them. */
function createLines() {
  const jobs = new Set<JobListener>();
  const stuck = new Set<StuckListener>();
  return {
    onJob(listener: JobListener) {
      jobs.add(listener);
      return () => jobs.delete(listener);
    },
    onStuck(listener: StuckListener) {
      stuck.add(listener);
      return () => stuck.delete(listener);
    },
    move(id: string, state: JobState) {
      for (const tell of jobs)
        tell({ job: job(id, state), progress: null, queuePosition: null, words: null });
    },
    stick(id: string) {
      for (const tell of stuck) tell(job(id), diskFull);
    },
    listening: () => jobs.size + stuck.size,
  };
}

async function readAll(followed: JobFollower): Promise<string[]> {
  const seen: string[] = [];
  for await (const { id, state } of followed.moves()) seen.push(`${id} ${state}`);
  return seen;
}

test('each job is told of until it ends, also one that moved before it was followed, or had ended by then', async () => {
  const lines = createLines();
  const followed = followJobs(lines, projectId, 'followed', undefined);
  lines.move('a', 'running');
  lines.move('somebody-elses', 'done');
  followed.follow(job('a'));
  followed.follow(job('b', 'done'));
  lines.move('a', 'done');
  lines.move('a', 'queued');
  followed.finish();
  expect(await readAll(followed)).toEqual(['a running', 'b done', 'a done']);
  expect(followed.ended).toBe(2);
  expect(followed.jobs().map(({ state }) => state)).toEqual(['done', 'done']);
  followed.close();
  expect(lines.listening()).toBe(0);
});

test('one that is left is not waited for, and nothing more is heard of it', async () => {
  const lines = createLines();
  const followed = followJobs(lines, projectId, 'followed', undefined);
  followed.follow(job('a', 'failed'));
  for await (const { id } of followed.moves()) {
    followed.leave(id);
    expect(followed.ended).toBe(0);
    lines.move('a', 'done');
    followed.finish();
  }
  expect(followed.jobs()).toEqual([]);
});

test('a job that cannot go on ends the run with its fault: any of the project, or only one that is followed', async () => {
  const lines = createLines();
  const [own, all] = [
    followJobs(lines, projectId, 'followed', undefined),
    followJobs(lines, projectId, 'project', undefined),
  ];
  lines.stick('somebody-elses');
  await expect(readAll(all)).rejects.toThrow(new FaultError(diskFull));
  own.follow(job('a'));
  lines.stick('a');
  await expect(readAll(own)).rejects.toThrow(new FaultError(diskFull));
});

test('an abort ends it, and what waits to be read is not read', async () => {
  const lines = createLines();
  const abort = new AbortController();
  const followed = followJobs(lines, projectId, 'project', abort.signal);
  followed.follow(job('a', 'done'));
  abort.abort();
  await expect(readAll(followed)).rejects.toThrow(abort.signal.reason);
  expect(followed.ended).toBe(0);
});
