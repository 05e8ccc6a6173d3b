import type { AssetId, ProjectId } from '../../domain/kernel/ids.ts';
import {
  addChange,
  type JsonValue,
  type RecordChange,
  type RecordsPatch,
} from '../../domain/kernel/patch.ts';
import type { Store } from '../store/store.ts';

/** Which part of a commit a mirror of one project must be told. */
export interface ProjectFilter {
  /**
   * The changes of the project's own rows. Files belong to no project: one that a row begins to point at comes as
   * added, before that row. Call it once for each commit, in order, right after it.
   */
  ownPart(patch: RecordsPatch, committedFor: ProjectId | null): RecordsPatch;
}

/** `assets` are those that the mirror has. */
export function createProjectFilter(
  store: Store,
  projectId: ProjectId,
  assets: readonly { readonly id: string }[] = [],
): ProjectFilter {
  const known = new Set(assets.map(({ id }) => id));

  const isOwn = (change: RecordChange, committedFor: ProjectId | null): boolean => {
    if (change.entity === 'project') return idOf(change) === projectId;
    if (change.kind !== 'update') return change.row['projectId'] === projectId;
    // A record never changes its project, so that it is enough to look at it after the commit.
    if (committedFor !== null) return committedFor === projectId;
    const row = store.row(change.entity, change.id);
    return row !== null && 'projectId' in row && row.projectId === projectId;
  };

  return {
    ownPart(patch, committedFor) {
      const own = patch.changes.filter((change) => change.entity !== 'asset' && isOwn(change, committedFor));
      const assetChanges: RecordChange[] = [];
      for (const change of patch.changes) {
        if (change.entity !== 'asset') continue;
        const isNewProxy = change.kind === 'add' && known.has(String(change.row['proxyOf']));
        if (isNewProxy) known.add(change.row.id);
        if (!known.has(idOf(change))) continue;
        if (change.kind === 'remove') known.delete(change.row.id);
        assetChanges.push(change);
      }
      for (const change of own) {
        for (const id of assetsNamedBy(change)) {
          if (known.has(id)) continue;
          const asset = store.row('asset', id);
          if (asset === null) continue;
          known.add(id);
          assetChanges.push(addChange('asset', asset));
        }
      }
      return { changes: [...assetChanges, ...own] };
    },
  };
}

function idOf(change: RecordChange): string {
  return change.kind === 'update' ? change.id : change.row.id;
}

/** The files that a record points at after the change: `assetId` of takes, jobs and clips, `sourceAssetId` of projects. */
function assetsNamedBy(change: RecordChange): AssetId[] {
  if (change.kind === 'remove') return [];
  const value = (field: string): JsonValue | undefined =>
    change.kind === 'add' ? change.row[field] : change.fields[field]?.to;
  return ['assetId', 'sourceAssetId'].map(value).filter((id): id is AssetId => typeof id === 'string');
}
