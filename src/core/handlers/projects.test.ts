import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { faultOfCall } from '../../contract/fault-of-call.ts';
import type { ProjectSettings } from '../../contract/projects.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { createTestStudio, type TestStudio } from '../../testing/create-test-studio.ts';
import { projectRows } from '../../testing/project-rows.ts';

const settings: ProjectSettings = { aspect: '16:9', heightPx: 144, fpsNum: 24, fpsDen: 1, style: null };
const screenplay = `INT. KITCHEN - NIGHT

Rain on the window. ANNA lights a candle.

ANNA
Nobody is coming.
`;

async function faultCode(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'no fault',
    (error: unknown) => faultOfCall(error).code,
  );
}

const paste = ({ client }: TestStudio, name: string, words = screenplay, title: string | null = null) =>
  client.projects.create({ name, title, source: { from: 'words', words }, settings });

async function titles({ client }: TestStudio, trashed = false): Promise<string[]> {
  return (await client.projects.list({ trashed })).map(({ project }) => project.title);
}

describe('a new project', () => {
  test('is read, broken down and laid out, and nothing of that can be undone away', async () => {
    await using studio = createTestStudio();
    const { client } = studio;
    const { project, blocks } = await client.projects.create({
      name: 'sample',
      source: { from: 'sample' },
      settings,
    });
    expect(project).toMatchObject({ sourceKind: 'fountain', sourcePath: null, trashedAtMs: null });
    const summary = await client.projects.get({ projectId: project.id });
    expect(summary.scenes).toBe(4);
    const seconds = summary.durationFlicks / 705_600_000;
    expect(seconds).toBeGreaterThan(60);
    expect(seconds).toBeLessThan(90);
    expect((await client.timeline.get({ projectId: project.id })).items.length).toBeGreaterThan(
      summary.shots,
    );
    expect(blocks).toBe(studio.studio.parts.store.rows('block', project.id).length);
    expect(await client.projects.undoLabels({ projectId: project.id })).toEqual({ undo: null, redo: null });
    expect((await client.scenes.breakDown({ projectId: project.id })).changes).toBe(0);
  });

  test.each([
    ['Rain.fountain', screenplay, 'fountain', 'Rain'],
    ['Rain', screenplay, 'fountain', 'Rain'],
    ['Rain', 'It rained. Nobody came.\n\nThe candle went out.', 'plain', 'Rain'],
    ['Rain', '# One\n\nIt *rained*.', 'markdown', 'One'],
    ['Rain.txt', 'It rained all night long.', 'plain', 'Rain'],
  ])('"%s" of pasted words is what the words are', async (name, words, sourceKind, title) => {
    await using studio = createTestStudio();
    const { project } = await paste(studio, name, words);
    expect(project).toMatchObject({ sourceKind, title });
  });

  test('has the title that a person gave it', async () => {
    await using studio = createTestStudio();
    const { project } = await paste(studio, 'Rain.fountain', `Title: Snow\n\n${screenplay}`, '  Hail ');
    expect(project.title).toBe('Hail');
    expect((await paste(studio, 'Rain.fountain', `Title: Snow\n\n${screenplay}`)).project.title).toBe('Snow');
  });

  test('comes from an upload once; what cannot be read makes none', async () => {
    await using studio = createTestStudio();
    const { client } = studio;
    const upload = async (text: string) =>
      unwrap(
        await studio.studio.parts.uploads.put(
          Readable.from([Buffer.from(text)]),
          'C:\\papers\\Rain.fountain',
        ),
      );
    const { uploadId } = await upload(screenplay);
    const order = { name: 'Rain.fountain', source: { from: 'upload', uploadId } as const, settings };
    const { project } = await client.projects.create(order);
    expect(project).toMatchObject({ title: 'Rain', sourceName: 'Rain.fountain', sourcePath: null });
    expect(await faultCode(client.projects.create(order))).toBe('upload.not-found');
    expect(await faultCode(paste(studio, 'x.fountain', ' \n '))).toBe('text.empty');
    expect(await titles(studio)).toEqual(['Rain']);
  });
});

describe('a project', () => {
  test('is renamed, gets another look and a budget; each can be undone', async () => {
    await using studio = createTestStudio();
    const { client } = studio;
    const { id: projectId } = (await paste(studio, 'Rain')).project;
    expect((await client.projects.rename({ projectId, title: ' Snow ' })).changes).toBe(1);
    await client.projects.setBudget({ projectId, budgetUsdMicros: 5_000_000 });
    expect((await client.projects.get({ projectId })).project).toMatchObject({
      title: 'Snow',
      budgetUsdMicros: 5_000_000,
    });
    await client.projects.undo({ projectId });
    await client.projects.undo({ projectId });
    expect((await client.projects.get({ projectId })).project).toMatchObject({
      title: 'Rain',
      budgetUsdMicros: null,
    });
    expect(await faultCode(client.projects.setStyle({ projectId, style: 'no such look' }))).toBe(
      'project.unknown-style',
    );
  });

  test('goes to the trash and back, and is deleted only from there, with its history', async () => {
    await using studio = createTestStudio();
    const { client } = studio;
    const { id: projectId } = (await paste(studio, 'Rain')).project;
    await paste(studio, 'Snow');
    await client.projects.rename({ projectId, title: 'Sleet' });
    expect(await faultCode(client.projects.deleteForever({ projectId }))).toBe('project.not-in-trash');
    await client.projects.setTrashed({ projectId, trashed: true });
    expect([await titles(studio), await titles(studio, true)]).toEqual([['Snow'], ['Sleet']]);
    expect(await client.projects.search({ words: 'sleet', limit: 10 })).toEqual([]);
    await client.projects.setTrashed({ projectId, trashed: false });
    expect(await titles(studio)).toEqual(['Sleet', 'Snow']);
    await client.projects.setTrashed({ projectId, trashed: true });
    expect(await client.projects.deleteForever({ projectId })).toEqual({ title: 'Sleet' });
    const { store } = studio.studio.parts;
    for (const rows of Object.values(projectRows(studio.studio, projectId))) {
      expect(rows.filter((row) => row !== null)).toEqual([]);
    }
    expect(store.undoLabels(projectId)).toEqual({ undo: null, redo: null });
    expect(store.overview(projectId)).toMatchObject({ scenes: 0, shots: 0, changedAtMs: null });
    expect(await titles(studio)).toEqual(['Snow']);
  });

  test('that changed last is first', async () => {
    await using studio = createTestStudio();
    const { client, clock } = studio;
    const ids: ProjectId[] = [];
    for (const name of ['One', 'Two', 'Three']) {
      ids.push((await paste(studio, name)).project.id);
      await clock.advance(1_000);
    }
    expect(await titles(studio)).toEqual(['Three', 'Two', 'One']);
    await client.projects.rename({ projectId: ids[0] as ProjectId, title: 'Uno' });
    expect(await titles(studio)).toEqual(['Uno', 'Three', 'Two']);
  });
});

test('a caller without file access names no path', async () => {
  await using studio = createTestStudio();
  const { router } = await import('./router.ts');
  const { createRouterClient } = await import('@orpc/server');
  const client = createRouterClient(router, { context: { ...studio.studio.parts, access: 'uploads' } });
  const { project } = await client.projects.create({ name: 'sample', source: { from: 'sample' }, settings });
  const projectId = project.id;
  const calls = [
    client.projects.openStory({ path: '/etc/hosts', settings, fresh: true }),
    client.assets.import({ paths: ['/etc/hosts'] }),
    client.exports.check({ projectId, path: '/tmp/film.mp4' }),
  ];
  for (const call of calls) expect(await faultCode(call)).toBe('host.no-file-access');
});
