import { expect, test } from 'vitest';
import type { SyncOverview } from '../contract/sync.ts';
import type { ProjectId } from '../domain/kernel/ids.ts';
import type { ProjectSync } from '../domain/sync/sync-status.ts';
import { parseSyncArguments } from './commands/sync.ts';
import { listSync } from './list-sync.ts';

const overview = (over: Partial<SyncOverview>): SyncOverview => ({
  hasService: true,
  listFault: null,
  projects: [],
  elsewhere: [],
  devices: [],
  ...over,
});

test('each project with its state, and what is elsewhere', () => {
  const film = 'film-1' as ProjectId;
  const project: ProjectSync = {
    projectId: film,
    state: { kind: 'offline', sinceMs: 0 },
    waitingRows: 3,
    role: 'owner',
    organisationId: null,
    sentAtMs: null,
    receivedAtMs: null,
    notShown: [{ entity: 'shot', field: 'lensMm', count: 2 }],
  };
  const far = { id: 'film-2', title: 'Pier', role: 'viewer', organisationId: null, changedAtMs: 1 } as const;
  const lines = listSync(overview({ projects: [project], elsewhere: [far] }), new Map([[film, 'Ferry']]));
  expect(lines).toContain('film-1: 2 of another version not shown (shot, lensMm)');
  expect(lines.join('\n')).toMatch(/film-1 +offline since 1970-01-01T00:00:00.000Z +3 +owner +Ferry/);
  expect(lines.slice(-2)).toEqual(['On another device:', '  film-2  Pier']);
  expect(listSync(overview({}), new Map())).toEqual(['No project is mirrored.']);
  expect(listSync(overview({ hasService: false }), new Map())[0]).toContain('REELWRIGHT_CLOUD_URL');
});

test('the words of the command', () => {
  expect(parseSyncArguments([])).toMatchObject({ ok: true, value: { now: null } });
  expect(parseSyncArguments(['now'])).toMatchObject({ ok: true, value: { now: { project: null } } });
  expect(parseSyncArguments(['now', 'ferry', '--json'])).toMatchObject({
    ok: true,
    value: { now: { project: 'ferry' }, json: true },
  });
  for (const words of [['later'], ['now', 'a', 'b'], ['--odd']])
    expect(parseSyncArguments(words).ok).toBe(false);
});
