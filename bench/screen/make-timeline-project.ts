import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AssetId, ProjectId } from '../../src/domain/kernel/ids.ts';
import { ItemId, TrackId, TransitionId } from '../../src/domain/kernel/ids.ts';
import { addChange, patchOf } from '../../src/domain/kernel/patch.ts';
import { unwrap } from '../../src/domain/kernel/result.ts';
import type { Item, Track, Transition } from '../../src/domain/timeline/records.ts';
import {
  frames,
  inSequence,
  makeCaption,
  makeClip,
  makeTitle,
  makeTracks,
} from '../../src/testing/builders/timeline-rows.ts';
import { writeTestFilm } from '../../src/testing/media/write-test-film.ts';
import { benchSettings, withBenchStudio } from './with-bench-studio.ts';

/** Different films; clips take turns with them. */
const films = 12;
const filmFrames = 96;

/**
 * Makes projects with so many clips, each clip with a caption, a title for every twentieth and a dissolve at every tenth
 * cut, straight into the data folder. Answers with their ids.
 */
export function makeTimelineProjects(home: string, sizes: readonly number[]): Promise<ProjectId[]> {
  return withBenchStudio(home, async ({ store, client, folder }) => {
    const assets = await client.assets.import({ paths: await writeFilms(folder) });
    const projectIds: ProjectId[] = [];
    for (const size of sizes) {
      const path = join(folder, `${size}.fountain`);
      await writeFile(path, `Title: ${size} clips\n\nINT. ROOM - DAY\n\nNothing happens.\n`);
      const { project } = await client.projects.openStory({ path, settings: benchSettings, fresh: true });
      const rows = filmOf(
        project.id,
        size,
        assets.map(({ id }) => id),
      );
      const changes = [
        ...rows.tracks.map((track) => addChange('track', track)),
        ...rows.items.map((item) => addChange('item', item)),
        ...rows.transitions.map((transition) => addChange('transition', transition)),
      ];
      unwrap(store.commit(patchOf(changes), { projectId: project.id, label: 'Bench', undoable: false }));
      projectIds.push(project.id);
    }
    return projectIds;
  });
}

async function writeFilms(folder: string): Promise<string[]> {
  const paths: string[] = [];
  for (let i = 0; i < films; i++) {
    const path = join(folder, `film-${i}.mp4`);
    await writeTestFilm(path, {
      frames: filmFrames,
      colour: (frame) => [(i * 37) % 256, (frame * 2) % 256, (i * 91) % 256],
      toneHz: 220 + i * 40,
      crf: 30,
    });
    paths.push(path);
  }
  return paths;
}

/** Ids are the project's own, so that several such films may lie in one database. */
function filmOf(projectId: ProjectId, size: number, assetIds: readonly AssetId[]) {
  const own = (id: string): string => `${projectId}-${id}`;
  const tracks: Track[] = makeTracks().map((track) => ({
    ...track,
    id: TrackId.parse(own(track.kind)),
    projectId,
  }));
  const placed = (item: Item): Item => ({
    ...item,
    projectId,
    trackId: TrackId.parse(own(item.trackId)),
  });
  const main = Array.from({ length: size }, (_, i) => {
    const length = 24 + (i % 48);
    return makeClip(own(`m${i}`), length, {
      assetId: assetIds[i % assetIds.length] ?? null,
      sourceInFlicks: frames(i % 12),
      sourceLengthFlicks: frames(filmFrames),
    });
  });
  const captions = main.map((clip, i) =>
    makeCaption(own(`c${i}`), 10, {
      text: `What is said in clip ${i}`,
      anchor: { to: 'item', itemId: clip.id, offsetFlicks: frames(13) },
    }),
  );
  const titles = main
    .filter((_, i) => i % 20 === 0)
    .map((clip, i) =>
      makeTitle(own(`t${i}`), 20, { anchor: { to: 'item', itemId: clip.id, offsetFlicks: frames(2) } }),
    );
  const transitions: Transition[] = main
    .filter((_, i) => i % 10 === 0)
    .map((clip, i) => ({
      id: TransitionId.parse(own(`x${i}`)),
      projectId,
      leftItemId: ItemId.parse(clip.id),
      kind: 'dissolve',
      durationFlicks: frames(12),
      assembled: null,
    }));
  return { tracks, items: [...inSequence(main), ...captions, ...titles].map(placed), transitions };
}
