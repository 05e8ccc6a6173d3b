import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawPictures } from './draw-pictures.ts';
import { giveStills } from './give-stills.ts';
import { benchSettings, withBenchStudio } from './with-bench-studio.ts';

/** Different posters; projects take turns with them. */
const pictures = 40;

/** Makes so many small projects, each with shots and a poster, straight into the data folder. */
export function makeLibrary(home: string, projects: number): Promise<void> {
  return withBenchStudio(home, async ({ store, client, folder }) => {
    const assets = await client.assets.import({ paths: await drawPictures(folder, pictures) });
    const assetIds = assets.map(({ id }) => id);
    for (let i = 0; i < projects; i++) {
      const path = join(folder, `story-${i}.fountain`);
      await writeFile(path, storyOf(i));
      const { project } = await client.projects.openStory({ path, settings: benchSettings, fresh: true });
      await client.scenes.breakDown({ projectId: project.id });
      giveStills(store, project.id, assetIds, i);
    }
  });
}

function storyOf(i: number): string {
  return [
    `Title: Story number ${i}`,
    'INT. KITCHEN - NIGHT',
    `ANNA (30, red hair) lights lantern number ${i} and looks at the door.`,
    'ANNA\nNobody is coming.',
    'EXT. COAST - DAWN',
    `A boat lies on the sand. Gulls rise. It is morning number ${i}.`,
    '',
  ].join('\n\n');
}
