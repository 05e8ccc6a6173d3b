import type { RecordChange } from '../kernel/patch.ts';

export function changedId(change: RecordChange): string {
  return change.kind === 'update' ? change.id : change.row.id;
}

/** The row after a change, given the row before it; null when there is none. */
export function rowAfter<R>(change: RecordChange, before: R | null): R | null {
  switch (change.kind) {
    case 'add':
      return change.row as unknown as R;
    case 'remove':
      return null;
    case 'update': {
      if (before === null) return null;
      const next: Record<string, unknown> = { ...(before as Readonly<Record<string, unknown>>) };
      for (const [field, { to }] of Object.entries(change.fields)) next[field] = to;
      return next as R;
    }
  }
}
