import { unwrap } from '../../domain/kernel/result.ts';
import type { FilmDestination } from '../pipeline/timeline-to-export/choose-film-path.ts';
import { outlineExport } from '../pipeline/timeline-to-export/outline-export.ts';
import { streamExport } from '../pipeline/timeline-to-export/stream-export.ts';
import { requireProject } from '../store/require-project.ts';
import type { StudioParts } from '../studio-parts.ts';
import { requireFileAccess } from './file-access.ts';
import { os } from './implementer.ts';

/** A path may be named only where the host lets this caller name paths; the folder for films is open to all. */
function checkDestination(parts: StudioParts, { to }: FilmDestination): void {
  if (to === 'path') unwrap(requireFileAccess(parts));
}

export const exportHandlers = {
  outline: os.exports.outline.handler(({ input: { destination, ...wish }, context }) => {
    checkDestination(context, destination);
    const { store, library, exportQueue } = context;
    unwrap(requireProject(store, wish.projectId));
    const path = exportQueue.pathOf(destination, wish.captions);
    return unwrap(outlineExport(store, library, { ...wish, path }));
  }),
  queue: os.exports.queue.handler(async ({ input: { projectId, ...wish }, context }) => {
    checkDestination(context, wish.destination);
    const project = unwrap(requireProject(context.store, projectId));
    context.house.look();
    return unwrap(await context.exportQueue.add({ ...wish, project }));
  }),
  list: os.exports.list.handler(({ input, context: { store } }) =>
    store.rows('export', unwrap(requireProject(store, input.projectId)).id),
  ),
  check: os.exports.check.handler(async ({ input: { projectId, path }, context }) => {
    unwrap(requireFileAccess(context));
    unwrap(await context.exporter.checkPath(projectId, path));
    return { path };
  }),
  start: os.exports.start.handler(({ input, context, signal }) => {
    unwrap(requireFileAccess(context));
    return streamExport(context, input, signal);
  }),
};
