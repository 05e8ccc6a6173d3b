import { net, protocol } from 'electron';
import type { ByteHandler } from '../../core/serving/create-byte-handler.ts';

/** Before the application is ready: `app:` is a real origin, whose pages may fetch, stream and cache. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

/** Every byte that a window gets comes through here; `app://studio` is the only host. */
export function serveAppScheme(handle: ByteHandler, devServer: string | null): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    if (url.host !== 'studio') return new Response('There is nothing here.', { status: 404 });
    if (devServer !== null && !url.pathname.startsWith('/media/') && url.pathname !== '/uploads') {
      return net.fetch(new URL(`${url.pathname}${url.search}`, devServer).href);
    }
    return handle(request);
  });
}
