import type { Fault } from '../../domain/kernel/result.ts';
import type { Log } from './log.ts';

/** What goes wrong in the engine beside any job: all of it into the log, each sentence once to whoever started the process. */
export function reportOnce(log: Log): (fault: Fault) => void {
  const warned = new Set<string>();
  return (fault) => {
    log.write('problem', 'jobs', fault.code);
    if (!warned.has(fault.message)) process.emitWarning(fault.message, { code: fault.code });
    warned.add(fault.message);
  };
}
