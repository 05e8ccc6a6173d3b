import { expect, test } from 'vitest';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import type { Row } from '../../domain/kernel/patch.ts';
import { createTestStudio, type TestStudio } from '../../testing/create-test-studio.ts';
import { expectTimelineInStep, projectRows } from '../../testing/project-rows.ts';

/** Rows with every id of the project replaced by where it stands: equal for two projects that are the same but for ids. */
function shapeOf(studio: TestStudio, projectId: ProjectId): string {
  const rows = projectRows(studio.studio, projectId);
  const names = new Map<string, string>([[projectId, 'project']]);
  for (const [kind, all] of Object.entries(rows)) {
    for (const [i, row] of all.entries()) names.set(row.id, `${kind} ${nameOf(row, i)}`);
  }
  const { project: _project, ...inside } = rows;
  return JSON.stringify(inside, (key, value) => {
    if (key === 'costUsdMicros') return 0;
    return typeof value === 'string' ? (names.get(value) ?? value) : value;
  });
}

/** Items of one order key stand by their ids, which a copy has others of: their words tell them apart. */
function nameOf(row: Row, place: number): string {
  return 'trackId' in row ? `${row['kind']} ${row['order']} ${row['text'] ?? ''}` : String(place);
}

const withoutOrder = (rows: string): unknown => JSON.parse(rows);

test.each([1, 2, 3, 4, 5, 6])(
  'a copy is the same but for its ids, and lives on its own (%i)',
  async (seed) => {
    await using studio = createTestStudio({ seed });
    const { client } = studio;
    const projectId = await studio.openStory();
    await edit(studio, projectId, seed);
    const before = shapeOf(studio, projectId);
    const copy = await client.projects.duplicate({ projectId });
    const copyId = copy.project.id;
    expect(copy.project.title).toBe('The Last Signal (2)');
    expect(copy).toMatchObject({ costUsdMicros: 0, jobs: { open: 0, done: 0 } });
    const [original, copied] = [projectRows(studio.studio, projectId), projectRows(studio.studio, copyId)];
    for (const kind of Object.keys(original)) {
      const own = new Set(original[kind]?.map(({ id }) => id));
      expect(copied[kind]?.length).toBe(original[kind]?.length);
      expect(
        copied[kind]?.filter(({ id }) => own.has(id)),
        kind,
      ).toEqual([]);
    }
    const ids = Object.values(original).flatMap((rows) => rows.map(({ id }) => id));
    const text = JSON.stringify(copied);
    expect(ids.filter((id) => text.includes(JSON.stringify(id)))).toEqual([]);
    expect(sorted(withoutOrder(shapeOf(studio, copyId)))).toEqual(sorted(withoutOrder(before)));
    expectTimelineInStep(studio.studio, copyId);

    // The opening card shows the title, which is another one.
    await client.projects.rename({ projectId: copyId, title: 'The Last Signal' });
    // The next breakdown and assembly find the copy's rows as they find the original's.
    const again = async (id: ProjectId) => [
      (await client.scenes.breakDown({ projectId: id })).changes,
      (await client.timeline.assemble({ projectId: id })).changes,
    ];
    expect(await again(copyId)).toEqual(await again(projectId));

    const settled = shapeOf(studio, projectId);
    await edit(studio, copyId, seed + 1);
    expect(shapeOf(studio, projectId)).toBe(settled);
  },
);

/** Rows of one kind in an order that does not come from their ids. */
function sorted(rows: unknown): unknown {
  return Object.fromEntries(
    Object.entries(rows as Record<string, unknown[]>).map(([kind, all]) => [
      kind,
      all.map((row) => JSON.stringify({ ...(row as object), id: null })).sort(),
    ]),
  );
}

/** A few edits of each kind by hand, other ones for another seed. */
async function edit({ client }: TestStudio, projectId: ProjectId, seed: number): Promise<void> {
  const [shots, scenes] = [await client.shots.list({ projectId }), await client.scenes.list({ projectId })];
  const shot = shots[seed % shots.length];
  const other = shots[(seed * 7) % shots.length];
  const scene = scenes[seed % scenes.length];
  if (shot === undefined || other === undefined || scene === undefined) throw new Error('a film has shots');
  await client.shots.edit({ projectId, shotId: shot.id, fields: { description: `Changed ${seed}.` } });
  await client.shots.duplicate({ projectId, shotId: other.id });
  if (seed % 2 === 0) await client.shots.delete({ projectId, shotId: other.id });
  await client.shots.move({ projectId, shotId: shot.id, sceneId: scene.id, afterShotId: null });
  if (seed % 3 === 0) await client.timeline.assemble({ projectId });
}
