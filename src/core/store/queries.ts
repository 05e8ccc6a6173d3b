import type Database from 'better-sqlite3';
import type { EntityOf } from '../../domain/entities.ts';
import type { JobState } from '../../domain/jobs/job.ts';
import type { AssetId, ProjectId } from '../../domain/kernel/ids.ts';
import type { EntityName } from '../../domain/kernel/patch.ts';
import { selectFrom } from './row-statements.ts';
import { entityCodecs } from './schema/entity-codec.ts';
import type { ProjectOverview } from './store.ts';

export interface Queries {
  rows<E extends EntityName>(entity: E, projectId: ProjectId): EntityOf<E>[];
  projects(): EntityOf<'project'>[];
  assets(): EntityOf<'asset'>[];
  overview(projectId: ProjectId): ProjectOverview;
}

/** An asset belongs to no project; a project's are those that its text, takes, jobs and timeline point at. */
const assetsOfProject = `id IN (
  SELECT sourceAssetId FROM projects WHERE id = @projectId
  UNION SELECT assetId FROM takes WHERE projectId = @projectId
  UNION SELECT assetId FROM jobs WHERE projectId = @projectId
  UNION SELECT assetId FROM items WHERE projectId = @projectId)`;

/** The first picture of a shot that is no title card, in the order of the shots' keys: the index stops at the first. */
const posterOfProject = `
  SELECT takes.assetId FROM shots
    JOIN takes ON takes.id = coalesce(shots.chosenStillId, shots.chosenClipId)
  WHERE shots.projectId = @projectId AND shots.kind <> 'title'
    AND EXISTS (SELECT 1 FROM takes WHERE takes.projectId = @projectId)
  ORDER BY shots."order", shots.id LIMIT 1`;

export function createQueries(db: Database.Database): Queries {
  const prepared = new Map<string, Database.Statement>();
  const all = <E extends EntityName>(
    entity: E,
    where: string,
    bound: Record<string, string> = {},
  ): EntityOf<E>[] => {
    const codec = entityCodecs[entity];
    const key = `${entity} ${where}`;
    let statement = prepared.get(key);
    if (statement === undefined) {
      const order = codec.orderBy.map((column) => (column === 'rowid' ? column : `"${column}"`)).join(', ');
      statement = db.prepare(`${selectFrom(codec)} WHERE ${where} ORDER BY ${order}`);
      prepared.set(key, statement);
    }
    const found = statement.all(bound);
    for (let i = 0; i < found.length; i++) found[i] = codec.decode(found[i]);
    return found as EntityOf<E>[];
  };

  const countOf = (table: string): Database.Statement =>
    db.prepare(`SELECT count(*) FROM ${table} WHERE projectId = ?`).pluck();
  const [scenes, shots] = [countOf('scenes'), countOf('shots')];
  // In the index of spending alone: the rows of jobs are long.
  const jobs = db.prepare('SELECT state, count(*) FROM jobs WHERE projectId = ? GROUP BY state').raw();
  const poster = db.prepare(posterOfProject).pluck();

  return {
    overview(projectId) {
      return {
        scenes: scenes.get(projectId) as number,
        shots: shots.get(projectId) as number,
        jobs: new Map(jobs.all(projectId) as [JobState, number][]),
        posterAssetId: (poster.get({ projectId }) as AssetId | undefined) ?? null,
      };
    },
    rows(entity, projectId) {
      if (entity === 'project') return all(entity, 'id = @projectId', { projectId });
      if (entity === 'asset') return all(entity, assetsOfProject, { projectId });
      return all(entity, 'projectId = @projectId', { projectId });
    },
    projects: () => all('project', 'true'),
    assets: () => all('asset', 'true'),
  };
}
