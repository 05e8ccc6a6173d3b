import type { MediaLibrary } from './library/media-library.ts';
import type { Orchestrator } from './orchestrator/orchestrator.ts';
import type { FilmExporter } from './pipeline/timeline-to-export/create-film-exporter.ts';
import type { Clock } from './ports/clock.ts';
import type { DocumentReader } from './ports/document-reader.ts';
import type { Generator } from './ports/generator.ts';
import type { IdSource } from './ports/id-source.ts';
import type { WorkerHost } from './ports/worker-host.ts';
import type { Store } from './store/store.ts';
import type { OpenTimelines } from './timelines/open-timelines.ts';

/** What the outside world gives the studio. Hosts make these; tests make others. */
export interface StudioPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly random: () => number;
  readonly workers: WorkerHost;
  readonly generators: readonly Generator[];
  readonly readers: readonly DocumentReader[];
  /** Named looks, the default first. */
  readonly styles: readonly [string, ...string[]];
}

/** What the handlers work with. */
export interface StudioParts extends StudioPorts {
  readonly library: MediaLibrary;
  readonly orchestrator: Orchestrator;
  readonly timelines: OpenTimelines;
  readonly exporter: FilmExporter;
  /** Caps of the projects that generate now: the most a project may spend in all. */
  readonly caps: Map<string, number>;
}
