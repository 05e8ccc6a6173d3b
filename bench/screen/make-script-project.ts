import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProjectId } from '../../src/domain/kernel/ids.ts';
import { buildLongScreenplay } from '../../src/testing/builders/long-screenplay.ts';
import { benchSettings, withBenchStudio } from './with-bench-studio.ts';

/** Makes a project of a screenplay of so many pages, broken down into scenes and shots. Answers with its id. */
export function makeScriptProject(home: string, pages: number): Promise<ProjectId> {
  return withBenchStudio(home, async ({ client, folder }) => {
    const path = join(folder, 'script.fountain');
    await writeFile(path, buildLongScreenplay(pages));
    const { project } = await client.projects.openStory({ path, settings: benchSettings, fresh: true });
    await client.scenes.breakDown({ projectId: project.id });
    return project.id;
  });
}
