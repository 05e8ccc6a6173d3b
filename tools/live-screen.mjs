/** The screen straight from its sources, with hot reload, behind the studio's own door. */
import { createServer as createHttpServer } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Vite writes a script and styles into the page while developing; what is built has neither. */
const policy = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export async function openLiveScreen() {
  // Never listens: connections for hot reload are handed to it once the door has let them in.
  const lines = createHttpServer();
  const vite = await createServer({
    configFile: join(root, 'vite.renderer.config.ts'),
    cacheDir: join(root, 'node_modules/.vite-live-screen'),
    appType: 'spa',
    server: { middlewareMode: true, hmr: { server: lines } },
    logLevel: 'warn',
  });
  return {
    handle(request, response) {
      response.setHeader('content-security-policy', policy);
      response.setHeader('cross-origin-opener-policy', 'same-origin');
      response.setHeader('cross-origin-embedder-policy', 'require-corp');
      response.setHeader('cross-origin-resource-policy', 'same-origin');
      vite.middlewares(request, response, () => response.writeHead(404).end());
    },
    upgrade(request, socket, head) {
      if (!request.headers['sec-websocket-protocol']?.startsWith('vite-')) return false;
      return lines.emit('upgrade', request, socket, head);
    },
  };
}
