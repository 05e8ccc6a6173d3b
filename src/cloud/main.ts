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
  const served = await serveCloud(settings.value, log, now);
  if (!served.ok) {
    log({ event: 'not-started', code: served.fault.code, message: served.fault.message });
    return 1;
  }
  const cloud = served.value;
  log({ event: 'started', port: cloud.port });
  const signal = await new Promise<string>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => resolve(name));
  });
  log({ event: 'ending', signal });
  await cloud.close();
  log({ event: 'ended' });
  return 0;
}
