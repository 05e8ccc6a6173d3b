import { keptHerePrefix } from '../../domain/kernel/kept-result.ts';

/** As `isHeldByProvider` says it of a job's row; 0 or 1. */
export const isHeldThere = `(handle IS NOT NULL AND json_extract(handle, '$.requestId') NOT LIKE '${keptHerePrefix}%'
  AND coalesce(json_extract(handle, '$.responseUrl'), 'http') LIKE 'http%')`;
