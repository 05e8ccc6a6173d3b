import type Database from 'better-sqlite3';
import type { EntityOf } from '../../domain/entities.ts';
import type { AssetId, ProjectId } from '../../domain/kernel/ids.ts';
import type { EntityName } from '../../domain/kernel/patch.ts';
import { selectFrom } from './row-statements.ts';
import { entityCodecs } from './schema/entity-codec.ts';

export interface Queries {
  rows<E extends EntityName>(entity: E, projectId: ProjectId): EntityOf<E>[];
  projects(): EntityOf<'project'>[];
  assets(): EntityOf<'asset'>[];
  proxiesOf(id: AssetId): EntityOf<'asset'>[];
}

/**
 * An asset belongs to no project; a project's are those that its text, takes, jobs, timeline, cast and places point at, with what is
 * looked at in their place.
 */
const assetsOfProject = `id IN (
  WITH named(id) AS (
    SELECT sourceAssetId FROM projects WHERE id = @projectId
    UNION SELECT assetId FROM takes WHERE projectId = @projectId
    UNION SELECT assetId FROM jobs WHERE projectId = @projectId
    UNION SELECT assetId FROM items WHERE projectId = @projectId
    UNION SELECT value FROM cast_members, json_each(referenceAssetIds) WHERE projectId = @projectId
    UNION SELECT value FROM places, json_each(referenceAssetIds) WHERE projectId = @projectId)
  SELECT id FROM named
  UNION SELECT assets.id FROM named JOIN assets ON assets.proxyOf = named.id)`;

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
      const order = codec.orderBy.map((column) => `"${column}"`).join(', ');
      statement = db.prepare(`${selectFrom(codec)} WHERE ${where} ORDER BY ${order}`);
      prepared.set(key, statement);
    }
    const found = statement.all(bound);
    for (let i = 0; i < found.length; i++) found[i] = codec.decode(found[i]);
    return found as EntityOf<E>[];
  };

  return {
    rows(entity, projectId) {
      if (entity === 'project') return all(entity, 'id = @projectId', { projectId });
      if (entity === 'asset') return all(entity, assetsOfProject, { projectId });
      return all(entity, 'projectId = @projectId', { projectId });
    },
    projects: () => all('project', 'true'),
    assets: () => all('asset', 'true'),
    proxiesOf: (id) => all('asset', 'proxyOf = @id', { id }),
  };
}
