import { z } from 'zod';
import type { EntityOf } from '../../domain/entities.ts';
import { type EntityName, entityNames, type RecordsPatch } from '../../domain/kernel/patch.ts';

/** Rows of one kind, in the order of `Store.rows`. A kind may come in several pieces. */
type RowsEvent = {
  readonly [E in EntityName]: {
    readonly kind: 'rows';
    readonly entity: E;
    readonly rows: readonly EntityOf<E>[];
  };
}[EntityName];

/**
 * What a mirror of a project is told: first its rows by kind, in pieces, then `ready`, then each committed patch in the
 * order of the commits. `gone` is last: the project was deleted.
 */
export type ProjectEvent =
  | RowsEvent
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'patch';
      readonly patch: RecordsPatch;
      readonly label: string;
      readonly undoable: boolean;
    }
  | { readonly kind: 'gone' };

const kinds: readonly string[] = ['rows', 'ready', 'patch', 'gone'] satisfies ProjectEvent['kind'][];
const entities: readonly string[] = entityNames;

/** The store checked every row on its way in; here only the envelope is looked at, since a film has many rows. */
export const ProjectEvent = z.custom<ProjectEvent>((value) => {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  if (!kinds.includes(String(value.kind))) return false;
  return value.kind !== 'rows' || ('entity' in value && entities.includes(String(value.entity)));
}, 'an event of a project');
