import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSeededRandom } from '../seeded-random.ts';

/** Where the service ends, as seen from the push of a studio. */
export const servicePoints = ['before-push', 'in-push', 'after-push', 'before-pull'] as const;
export type ServicePoint = (typeof servicePoints)[number];

export interface KillingLine {
  readonly origin: string;
  /** The port of the service that runs now; null while none does: then nobody answers. */
  port: number | null;
  /** Kills the service at the next question that fits. */
  at: ServicePoint | null;
  close(): Promise<void>;
}

/** A line between a studio and the service, which ends the service's process at a point of a question. */
export async function openKillingLine(kill: () => Promise<void>): Promise<KillingLine> {
  const random = createSeededRandom('within a push');
  const line = { port: null as number | null, at: null as ServicePoint | null };
  const pass = (asked: IncomingMessage, answer: ServerResponse): void => {
    const isPush = asked.url?.includes('/push') === true;
    const isPull = asked.url?.includes('/pull') === true;
    const { at, port } = line;
    const strikes = (at === 'before-pull' && isPull) || (at?.endsWith('push') === true && isPush);
    const strike = (): void => {
      line.at = null;
      line.port = null;
      answer.destroy();
      void kill();
    };
    if (port === null) {
      answer.destroy();
      return;
    }
    if (strikes && at?.startsWith('before') === true) {
      strike();
      return;
    }
    const { method, url, headers } = asked;
    const forwarded = request(
      { host: '127.0.0.1', port, method, path: url, headers, agent: false },
      (came) => {
        // The batch is in the database; its answer goes nowhere.
        if (strikes && at === 'after-push') {
          strike();
          return;
        }
        answer.writeHead(came.statusCode ?? 502, came.headers);
        came.pipe(answer);
        came.on('error', () => answer.destroy());
      },
    );
    forwarded.on('error', () => answer.destroy());
    asked.pipe(forwarded);
    // While the service is at it: somewhere between its first statement and its answer.
    if (strikes && at === 'in-push') forwarded.on('finish', () => setTimeout(strike, random.int(0, 12)));
  };
  const server = createServer(pass);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  return Object.assign(line, {
    origin: `http://127.0.0.1:${address.port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}
