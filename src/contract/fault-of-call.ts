import { ORPCError } from '@orpc/contract';
import { type Fault, faultOf } from '../domain/kernel/result.ts';

/** What oRPC's links throw for a call whose transport was closed under it; they have no code of their own. */
const lostWords = /^\[AsyncIdQueue\]|closed or aborted|WebSocket is (closed|not open)/;

const misfit =
  'This does not fit: it is empty, longer than what is taken here, or of another kind. Nothing was changed.';

/**
 * The fault inside an error that a call threw: the studio's own, `studio.bad-call` for input that does not fit the
 * contract, `connection.lost` where the studio could not be reached or went away before it answered.
 */
export function faultOfCall(error: unknown): Fault {
  if (error instanceof ORPCError) {
    const code = (error.data as { code?: unknown } | undefined)?.code;
    if (typeof code === 'string') return { code: code as Fault['code'], message: error.message };
    // The transport's own words ("Input validation failed") say nothing to a person.
    const message = error.code === 'BAD_REQUEST' ? misfit : error.message;
    return { code: 'studio.bad-call', message };
  }
  const fault = faultOf(error);
  if (lostWords.test(fault.message)) return connectionLost;
  return fault;
}

export const connectionLost: Fault = {
  code: 'connection.lost',
  message:
    'The connection to the studio is lost. Whether the last change arrived is not known; it is looked up once the connection is back.',
};
