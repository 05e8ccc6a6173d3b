import type Database from 'better-sqlite3';
import type { JobState } from '../../domain/jobs/job.ts';
import { parseHlc } from '../../domain/kernel/hlc.ts';
import type { AssetId, ProjectId } from '../../domain/kernel/ids.ts';
import { chargedSum, hasEnded } from './job-rows.ts';
import type { ProjectOverview } from './store.ts';

export interface Overviews {
  of(projectId: ProjectId): ProjectOverview;
  all(): Map<ProjectId, ProjectOverview>;
}

/**
 * The poster is the first picture of a shot that is no title card, in the order of the shots' keys: the index stops at
 * the first. The newest edit is found in its index alone; rows of that table are as long as their patches.
 */
const facts = `
  SELECT id,
    (SELECT count(*) FROM scenes WHERE scenes.projectId = projects.id) AS scenes,
    (SELECT count(*) FROM shots WHERE shots.projectId = projects.id) AS shots,
    (SELECT takes.assetId FROM shots
      JOIN takes ON takes.id = coalesce(shots.chosenStillId, shots.chosenClipId)
      WHERE shots.projectId = projects.id AND shots.kind <> 'title'
        AND EXISTS (SELECT 1 FROM takes WHERE takes.projectId = projects.id)
      ORDER BY shots."order", shots.id LIMIT 1) AS posterAssetId,
    (SELECT stamp FROM history
      WHERE id = (SELECT max(id) FROM history WHERE history.projectId = projects.id)) AS changedStamp
  FROM projects`;

const jobSums = `SELECT projectId, state, count(*) AS jobs, ${chargedSum} AS charged FROM jobs INDEXED BY jobs_spend`;

interface Facts {
  readonly id: ProjectId;
  readonly scenes: number;
  readonly shots: number;
  readonly posterAssetId: AssetId | null;
  readonly changedStamp: string | null;
}

interface JobSum {
  readonly projectId: ProjectId;
  readonly state: JobState;
  readonly jobs: number;
  readonly charged: number;
}

/** What a library shows of its projects: two statements, for one of them as for all. */
export function createOverviews(db: Database.Database): Overviews {
  const factsOfOne = db.prepare(`${facts} WHERE id = ?`);
  const factsOfAll = db.prepare(facts);
  const jobsOfOne = db.prepare(`${jobSums} WHERE projectId = ? GROUP BY projectId, state`);
  const jobsOfAll = db.prepare(`${jobSums} GROUP BY projectId, state`);
  return {
    of(projectId) {
      const [found] = factsOfOne.all(projectId) as Facts[];
      return overviewOf(found, jobsOfOne.all(projectId) as JobSum[]);
    },
    all() {
      const jobs = new Map<ProjectId, JobSum[]>();
      for (const sum of jobsOfAll.all() as JobSum[]) {
        const ofProject = jobs.get(sum.projectId);
        if (ofProject === undefined) jobs.set(sum.projectId, [sum]);
        else ofProject.push(sum);
      }
      const found = factsOfAll.all() as Facts[];
      return new Map(found.map((project) => [project.id, overviewOf(project, jobs.get(project.id) ?? [])]));
    },
  };
}

function overviewOf(found: Facts | undefined, jobs: readonly JobSum[]): ProjectOverview {
  const { scenes = 0, shots = 0, posterAssetId = null, changedStamp = null } = found ?? {};
  const ended = jobs.filter(({ state }) => hasEnded(state));
  return {
    scenes,
    shots,
    posterAssetId,
    jobs: new Map(jobs.map((sum) => [sum.state, sum.jobs])),
    chargedUsdMicros: ended.reduce((sum, { charged }) => sum + charged, 0),
    changedAtMs: changedStamp === null ? null : parseHlc(changedStamp).ms,
  };
}
