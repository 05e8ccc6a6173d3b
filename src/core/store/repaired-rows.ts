import type Database from 'better-sqlite3';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import type { EntityName, JsonValue, RecordsPatch, Row } from '../../domain/kernel/patch.ts';
import { findStoryRepairs, type StoryRows, storyFields } from '../../domain/sync/repairs/repair-story.ts';
import {
  findTimelineRepairs,
  type SeenTimeline,
  timelineFields,
} from '../../domain/sync/repairs/repair-timeline.ts';
import {
  concerns,
  type Repairs,
  repairRow,
  repairRows,
  type SeenFields,
  throughRepairs,
} from '../../domain/sync/repairs/repairs.ts';
import type { Queries } from './queries.ts';
import type { RowStatements } from './row-statements.ts';
import { entityCodecs } from './schema/entity-codec.ts';

/**
 * The one door for whoever reads: rows as they are stored, with what a merge left that does not fit together mended. What is mended is
 * kept until a write may have changed it; only mirrored projects ever need it.
 */
export interface RepairedRows {
  rows: Queries['rows'];
  row(entity: EntityName, id: string): Row | null;
  /** An edit of what was read, as an edit of what is stored. */
  toStored(projectId: ProjectId | null, patch: RecordsPatch): RecordsPatch;
  /** Told of every write, inside its transaction. */
  noteWrite(projectId: ProjectId | null, patch: RecordsPatch): void;
  /** A transaction was rolled back: nothing that was found in it holds. */
  forget(): void;
}

interface Area {
  readonly fields: SeenFields;
  /** Kinds of which a row may stand behind another. */
  readonly hides: readonly EntityName[];
  find(rows: Readonly<Record<string, readonly never[]>>): Repairs;
}

const areas: readonly Area[] = [
  { fields: storyFields, hides: [], find: (rows) => findStoryRepairs(rows as unknown as StoryRows) },
  {
    fields: timelineFields,
    hides: ['track', 'transition'],
    find: (rows) => findTimelineRepairs(rows as unknown as SeenTimeline),
  },
];

const areaOf = (entity: EntityName): Area | undefined => areas.find(({ fields }) => entity in fields);
const sound: Repairs = new Map();

export interface RepairedRowsParts {
  readonly db: Database.Database;
  readonly queries: Queries;
  readonly statements: RowStatements;
  /** Another process writes: what is found may be old at once. */
  readonly readOnly: boolean;
}

export function createRepairedRows({ db, queries, statements, readOnly }: RepairedRowsParts): RepairedRows {
  const isMirrored = db.prepare('SELECT 1 FROM sync_places WHERE projectId = ?').pluck();
  const known = new Map<Area, Map<string, Repairs>>(areas.map((area) => [area, new Map()]));
  const readers = new Map<EntityName, Database.Statement>();

  const seen = (entity: EntityName, fields: readonly string[], projectId: ProjectId): never[] => {
    const { table, isJson } = entityCodecs[entity];
    let reader = readers.get(entity);
    if (reader === undefined) {
      const columns = fields.map((field) => `"${field}"`).join(', ');
      reader = db.prepare(`SELECT ${columns} FROM ${table} WHERE projectId = ?`);
      readers.set(entity, reader);
    }
    const found = reader.all(projectId) as Record<string, JsonValue>[];
    for (const field of fields.filter(isJson)) {
      for (const row of found) {
        const text = row[field];
        if (typeof text === 'string') row[field] = JSON.parse(text) as JsonValue;
      }
    }
    return found as never[];
  };

  const repairsOf = (area: Area, projectId: ProjectId): Repairs => {
    if (isMirrored.get(projectId) !== 1) return sound;
    const kept = known.get(area)?.get(projectId);
    if (kept !== undefined) return kept;
    const rows = Object.entries(area.fields).map(([entity, fields]) => [
      entity,
      seen(entity as EntityName, fields, projectId),
    ]);
    const repairs = area.find(Object.fromEntries(rows));
    if (!readOnly) known.get(area)?.set(projectId, repairs);
    return repairs;
  };

  return {
    rows: (entity, projectId) => {
      const rows = queries.rows(entity, projectId);
      const area = areaOf(entity);
      return area === undefined ? rows : [...repairRows(repairsOf(area, projectId), entity, rows)];
    },
    row(entity, id) {
      const row = statements.select(entity, id);
      const area = areaOf(entity);
      if (row === null || area === undefined) return row;
      return repairRow(repairsOf(area, row['projectId'] as ProjectId), entity, row);
    },
    toStored(projectId, patch) {
      if (projectId === null) return patch;
      return areas.reduce((changed, area) => {
        // Rows stand behind others in few kinds; most edits need no look at the rest.
        const mayHide = changed.changes.some(({ entity }) => area.hides.includes(entity));
        return mayHide ? throughRepairs(repairsOf(area, projectId), changed, statements.select) : changed;
      }, patch);
    },
    noteWrite(projectId, patch) {
      for (const area of areas) {
        const found = known.get(area);
        if (found === undefined || found.size === 0) continue;
        if (!concerns(area.fields, patch)) continue;
        if (projectId === null) found.clear();
        else found.delete(projectId);
      }
    },
    forget: () => {
      for (const found of known.values()) found.clear();
    },
  };
}
