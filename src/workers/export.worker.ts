import './check-node.ts';
import { probeMedia } from '../adapters/libav/probe-media.ts';
import type { ExportPlan } from '../domain/export/export-plan.ts';
import { checkFilm } from './export/check-film.ts';
import { renderFilm } from './export/render-film.ts';
import { serveWorker } from './serve-worker.ts';

serveWorker(
  {
    /** Renders the plan and checks the file; answers with the {@link RenderReport}. */
    render: async (params, { signal, progress }) => {
      const plan = params as ExportPlan;
      const report = await renderFilm(plan, signal, progress);
      checkFilm(await probeMedia(plan.path), plan);
      return report;
    },
  },
  { inBackground: true },
);
