import { streamExport } from '../pipeline/timeline-to-export/stream-export.ts';
import { os, withContractErrors } from './implementer.ts';

export const exportHandlers = {
  list: os.exports.list.handler(({ input, context: { store } }) => store.rows('export', input.projectId)),
  start: os.exports.start.handler(({ input, context, signal }) =>
    withContractErrors(streamExport(context, input, signal)),
  ),
};
