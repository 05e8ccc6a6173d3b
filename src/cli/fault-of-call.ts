import { ORPCError } from '@orpc/client';
import { type Fault, faultOf } from '../domain/kernel/result.ts';

/** The fault inside an error that a call threw. */
export function faultOfCall(error: unknown): Fault {
  if (error instanceof ORPCError) {
    const code = (error.data as { code?: unknown } | undefined)?.code;
    if (typeof code === 'string') return { code: code as Fault['code'], message: error.message };
    return { code: 'studio.bad-call', message: error.message };
  }
  return faultOf(error);
}
