import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { getRequestListener } from '@hono/node-server';
import { RPCHandler } from '@orpc/server/ws';
import { WebSocketServer } from 'ws';
import { router } from '../core/handlers/router.ts';
import { libraryLayout } from '../core/library/library-layout.ts';
import { createUploads } from '../core/library/uploads.ts';
import { createByteHandler } from '../core/serving/create-byte-handler.ts';
import { sourcesOfParts } from '../core/serving/sources-of-parts.ts';
import { unwrap } from '../domain/kernel/result.ts';
import { openStudio } from '../hosting/open-studio.ts';

/** Serves the studio to a browser on this computer. */
export async function main(argv: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      port: { type: 'string' },
      home: { type: 'string' },
      renderer: { type: 'string' },
      'no-open': { type: 'boolean' },
    },
  });
  const studio = unwrap(
    openStudio({
      home: values.home ?? null,
      what: 'the studio',
      readOnly: false,
      provider: null,
      env: process.env,
    }),
  );
  const { parts } = studio;
  const folder = libraryLayout(parts.store.home).incoming;
  mkdirSync(folder, { recursive: true });
  const uploads =
    parts.uploads ?? createUploads({ folder, hasRoom: (bytes) => parts.library.hasRoom(bytes) });
  const appFolder = resolve(values.renderer ?? join(import.meta.dirname, '../../out/renderer'));
  const handle = createByteHandler({ sources: sourcesOfParts({ ...parts, uploads }), appFolder });
  const server = createServer(getRequestListener(handle, { overrideGlobalObjects: false }));
  const sockets = new WebSocketServer({ noServer: true });
  const rpc = new RPCHandler(router);
  server.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (line) => {
      void rpc.upgrade(line, { context: { ...parts, uploads } });
    });
  });
  server.listen(Number(values.port ?? 0), '127.0.0.1', () => {
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    console.log(`Reelwright is at http://localhost:${port}/`);
  });
  const end = (): void => {
    void studio.close().then(() => process.exit(0));
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}
