import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createNodeWorkerHost } from '../../adapters/worker-processes/create-node-worker-host.ts';
import { createMediaFiles } from '../../core/library/create-media-files.ts';
import { createMediaLibrary } from '../../core/library/create-media-library.ts';
import type { MediaLibrary } from '../../core/library/media-library.ts';
import {
  createFilmExporter,
  type FilmExporter,
} from '../../core/pipeline/timeline-to-export/create-film-exporter.ts';
import type { WorkerHost } from '../../core/ports/worker-host.ts';
import type { Asset } from '../../domain/assets/asset.ts';
import { addChange, patchOf } from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import type { Project } from '../../domain/project/project.ts';
import type { TimelineRows } from '../../domain/timeline/timeline-index.ts';
import { sampleRow } from '../builders/any-row.ts';
import { testProjectId, testRate } from '../builders/timeline-rows.ts';
import { createTestStore, type TestStore } from '../create-test-store.ts';
import { type TestFilm, writeTestFilm } from './write-test-film.ts';

/** A real studio's export parts on a real store, library and worker processes. */
export interface ExportBench {
  readonly studio: TestStore;
  readonly library: MediaLibrary;
  readonly workers: WorkerHost;
  readonly exporter: FilmExporter;
  /** A folder for films and other files. */
  readonly folder: string;
  /** Writes a small film and imports it. */
  addFilm(name: string, film?: TestFilm): Promise<Asset>;
  /** Commits the project's timeline. */
  setTimeline(rows: TimelineRows): void;
  dispose(): Promise<void>;
}

/** `project` fields beside the usual 160×90 at 24 fps; `makeWorkers` where the test wants to meddle. */
export function createExportBench(
  project: Partial<Project> = {},
  makeWorkers: () => WorkerHost = () => createNodeWorkerHost(),
): ExportBench {
  const studio = createTestStore();
  const workers = makeWorkers();
  const { store, clock, ids } = studio;
  const library = createMediaLibrary({ store, mediaFiles: createMediaFiles(workers), clock });
  const folder = join(studio.home, 'films');
  mkdirSync(folder);
  const commit = { projectId: testProjectId, label: 'test', undoable: false };
  const row: Project = sampleRow('project', {
    id: testProjectId,
    title: 'Test film',
    widthPx: 160,
    heightPx: 90,
    fpsNum: testRate.num,
    fpsDen: testRate.den,
    ...project,
  });
  unwrap(store.commit(patchOf([addChange('project', row)]), commit));
  return {
    studio,
    library,
    workers,
    exporter: createFilmExporter({ store, library, workers, clock, ids }),
    folder,
    async addFilm(name, film) {
      const path = join(folder, `${name}.mp4`);
      await writeTestFilm(path, film);
      const [asset] = unwrap(await library.importMedia([path]));
      if (asset === undefined) throw new Error('nothing was imported');
      return asset;
    },
    setTimeline({ tracks, items, transitions }) {
      const changes = [
        ...tracks.map((track) => addChange('track', track)),
        ...items.map((item) => addChange('item', item)),
        ...transitions.map((transition) => addChange('transition', transition)),
      ];
      unwrap(store.commit(patchOf(changes), commit));
    },
    async dispose() {
      await workers.close();
      studio.dispose();
    },
  };
}
