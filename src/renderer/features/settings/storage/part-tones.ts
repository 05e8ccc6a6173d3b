import type { StorageUse } from '../../../../contract/studio.ts';

type Part = StorageUse['parts'][number]['what'];

/** Greys for what stays, amber for what can be cleared; the same in the bar and in the list. */
export const partTones: Readonly<Record<Part, string>> = {
  'takes-used': 'bg-muted',
  imported: 'bg-faint',
  sources: 'bg-line-strong',
  database: 'bg-line-strong',
  snapshots: 'bg-line border border-line-strong',
  logs: 'bg-line border border-line-strong',
  'takes-unused': 'bg-accent',
  orphans: 'bg-accent-pressed',
  caches: 'bg-accent-hover',
};
