import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerJson, type Exchange } from '../fal-sim/sim-exchange.ts';

export interface ServedSim {
  readonly origin: URL;
  readonly close: () => Promise<void>;
}

/** A stand-in's server on this computer. What a route throws is answered as 500. */
export async function serveSim(
  port: number,
  route: (exchange: Exchange) => Promise<void>,
): Promise<ServedSim> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    route({ request, response, url }).catch((thrown: unknown) => {
      if (!response.headersSent) answerJson({ response }, 500, { detail: String(thrown) });
      else response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    origin: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
