import { unwrap } from '../../domain/kernel/result.ts';
import { streamExport } from '../pipeline/timeline-to-export/stream-export.ts';
import { requireProject } from '../store/require-project.ts';
import { os, withContractErrors } from './implementer.ts';

export const exportHandlers = {
  list: os.exports.list.handler(({ input, context: { store } }) =>
    store.rows('export', unwrap(requireProject(store, input.projectId)).id),
  ),
  check: os.exports.check.handler(async ({ input: { projectId, path }, context: { exporter } }) => {
    unwrap(await exporter.checkPath(projectId, path));
    return { path };
  }),
  start: os.exports.start.handler(({ input, context, signal }) =>
    withContractErrors(streamExport(context, input, signal)),
  ),
};
