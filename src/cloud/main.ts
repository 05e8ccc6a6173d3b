import { fail, type Result } from '../domain/kernel/result.ts';
import { asClause } from './observed/describe-error.ts';
import { createLog } from './observed/log.ts';
import { serveCloud } from './serve-cloud.ts';
import { readSettings } from './settings.ts';

/** Serves until it is told to end. Returns the exit code. */
export async function main(environment: Readonly<Record<string, string | undefined>>): Promise<number> {
  // Whoever read the log may go; the service stays.
  process.stdout.on('error', () => undefined);
  const now = (): number => Date.now();
  const log = createLog((line) => process.stdout.write(line), now);
  const settings = readSettings(environment);
  if (!settings.ok) {
    log({ event: 'not-started', code: settings.fault.code, message: settings.fault.message });
    return 2;
  }
  const served = await serveCloud(settings.value, log, now).catch(cannotUse);
  if (!served.ok) {
    log({ event: 'not-started', code: served.fault.code, message: served.fault.message });
    return 1;
  }
  const cloud = served.value;
  const told = new Promise<string>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => resolve(name));
  });
  log({ event: 'started', port: cloud.port });
  log({ event: 'ending', signal: await told });
  await cloud.close();
  log({ event: 'ended' });
  return 0;
}

/** What the database refuses for good: a wrong password, a certificate that nobody vouches for, a role that may not. */
function cannotUse(error: unknown): Result<never> {
  const { cause, message } = error instanceof Error ? error : { cause: null, message: String(error) };
  const reason = cause instanceof Error ? cause.message : message;
  return fail(
    'cloud.database',
    `The database cannot be used: ${asClause(reason)}. The service was not started.`,
  );
}
