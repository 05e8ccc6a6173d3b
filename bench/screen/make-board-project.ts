import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProjectId } from '../../src/domain/kernel/ids.ts';
import { patchOf } from '../../src/domain/kernel/patch.ts';
import { unwrap } from '../../src/domain/kernel/result.ts';
import { buildLongScreenplay } from '../../src/testing/builders/long-screenplay.ts';
import { drawPictures } from './draw-pictures.ts';
import { giveStills } from './give-stills.ts';
import { benchSettings, withBenchStudio } from './with-bench-studio.ts';

/** Different pictures; shots take turns with them. */
const pictures = 60;

/**
 * Makes a project of exactly `shots` shots, each with an up-to-date still whose file is in the library, straight into
 * the data folder: what a board of a feature film holds. Answers with its id.
 */
export function makeBoardProject(home: string, shots: number): Promise<ProjectId> {
  return withBenchStudio(home, async ({ store, client, folder }) => {
    const path = join(folder, 'long.fountain');
    await writeFile(path, buildLongScreenplay(Math.ceil(shots / 8)));
    const { project } = await client.projects.openStory({ path, settings: benchSettings, fresh: true });
    await client.scenes.breakDown({ projectId: project.id });
    const rows = store.rows('shot', project.id);
    if (rows.length < shots) throw new Error(`The screenplay has only ${rows.length} shots.`);
    const assets = await client.assets.import({ paths: await drawPictures(folder, pictures) });
    const surplus = rows.slice(shots);
    unwrap(
      store.commit(patchOf(surplus.map((row) => ({ kind: 'remove', entity: 'shot', row: row as never }))), {
        projectId: project.id,
        label: 'Bench',
        undoable: false,
      }),
    );
    giveStills(
      store,
      project.id,
      assets.map(({ id }) => id),
    );
    return project.id;
  });
}
