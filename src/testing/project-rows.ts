import { expect } from 'vitest';
import type { Studio } from '../core/studio.ts';
import type { ProjectId } from '../domain/kernel/ids.ts';
import type { EntityName, Row } from '../domain/kernel/patch.ts';
import { projectRate } from '../domain/project/project.ts';
import { indexTimeline, type TimelineIndex } from '../domain/timeline/timeline-index.ts';
import { expectIndexTrue, rowsOf } from './timeline-model.ts';

const kinds: readonly EntityName[] = [
  'project',
  'block',
  'scene',
  'shot',
  'cast',
  'take',
  'track',
  'item',
  'transition',
];

/** Everything that edits may change in a project, by kind, as the store holds it. */
export function projectRows({ parts: { store } }: Studio, projectId: ProjectId): Record<string, Row[]> {
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      kind === 'project' ? [store.row('project', projectId)] : store.rows(kind, projectId),
    ]),
  ) as Record<string, Row[]>;
}

/** The index that edits work on is the one that the stored rows give; returns it. */
export function expectTimelineInStep({ parts }: Studio, projectId: ProjectId): TimelineIndex {
  const { store, timelines } = parts;
  const project = store.row('project', projectId);
  if (project === null) throw new Error(`no project ${projectId}`);
  const rows = {
    tracks: store.rows('track', projectId),
    items: store.rows('item', projectId),
    transitions: store.rows('transition', projectId),
  };
  const kept = timelines.of(project);
  expect(rowsOf(kept)).toEqual(rowsOf(indexTimeline(rows, projectRate(project))));
  expectIndexTrue(kept);
  return kept;
}
