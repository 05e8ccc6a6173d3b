import { expect, test } from 'vitest';
import type { ProjectId } from '../../../domain/kernel/ids.ts';
import type { ProjectSync } from '../../../domain/sync/sync-status.ts';
import { lookOf } from './sync-look.ts';

const project = (over: Partial<ProjectSync>): ProjectSync => ({
  projectId: 'film-1' as ProjectId,
  state: { kind: 'up-to-date', atMs: 1 },
  waitingRows: 0,
  role: 'owner',
  organisationId: null,
  sentAtMs: null,
  receivedAtMs: null,
  notShown: [],
  ...over,
});

test('a project says how it stands; one that is not mirrored is off', () => {
  expect(lookOf(null)).toBe('off');
  expect(lookOf(project({}))).toBe('up-to-date');
  expect(lookOf(project({ state: { kind: 'offline', sinceMs: 1 } }))).toBe('offline');
});

test('one that may only be looked at says so, unless it has no line or is receiving', () => {
  const viewed = { role: 'viewer' } as const;
  expect(lookOf(project(viewed))).toBe('read-only');
  const refused = { kind: 'refused', code: 'sync.read-only', message: '' } as const;
  expect(lookOf(project({ ...viewed, state: refused }))).toBe('read-only');
  expect(lookOf(project({ ...viewed, state: { kind: 'receiving' } }))).toBe('receiving');
  expect(lookOf(project({ ...viewed, state: { kind: 'offline', sinceMs: 1 } }))).toBe('offline');
});
