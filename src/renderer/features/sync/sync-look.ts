import type { ProjectSync } from '../../../domain/sync/sync-status.ts';
import type { DotState } from '../../ui/state-dot.tsx';

/** What the button says, as a word of the catalogue: a project that may only be looked at says so before anything else. */
export type SyncLook = ProjectSync['state']['kind'] | 'off' | 'read-only';

export function lookOf(project: ProjectSync | null): SyncLook {
  if (project === null) return 'off';
  const { state, role } = project;
  const isSettled = state.kind === 'up-to-date' || state.kind === 'refused' || state.kind === 'saved-here';
  return role === 'viewer' && isSettled ? 'read-only' : state.kind;
}

export const dotOfLook = {
  off: 'none',
  'saved-here': 'waiting',
  sending: 'running',
  receiving: 'running',
  'up-to-date': 'done',
  offline: 'offline',
  waiting: 'waiting',
  refused: 'failed',
  'read-only': 'locked',
} as const satisfies Readonly<Record<SyncLook, DotState>>;
