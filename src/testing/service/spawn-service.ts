import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** The service as it is run for people: a process of its own. */
export interface SpawnedService {
  readonly port: number;
  /** Resolves when the process is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

export async function spawnService(options: {
  readonly databaseUrl: string;
  readonly issuer: string;
}): Promise<SpawnedService> {
  const program = new URL('../../cloud/start.mjs', import.meta.url).pathname;
  const service = spawn(process.execPath, [program], {
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: options.databaseUrl,
      CLERK_ISSUER: options.issuer,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await untilStarted(service);
  return {
    port,
    async end(signal) {
      if (service.exitCode !== null || service.signalCode !== null) return;
      const ended = new Promise((resolve) => service.once('exit', resolve));
      service.kill(signal);
      await ended;
    },
  };
}

function untilStarted(service: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    service.once('exit', (code) => reject(new Error(`The service ended with ${code} before it served.`)));
    if (service.stdout === null) return;
    createInterface(service.stdout).on('line', (line) => {
      const said = JSON.parse(line) as { readonly event: string; readonly port?: number };
      if (said.event === 'started') resolve(said.port ?? 0);
    });
  });
}
