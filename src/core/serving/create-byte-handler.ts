import type { ByteSources } from './byte-sources.ts';
import { withHeaders } from './protective-headers.ts';
import { receiveUpload } from './receive-upload.ts';
import { refusal } from './refusal.ts';
import { serveAppFile } from './serve-app-file.ts';
import { serveMedia } from './serve-media.ts';

export interface ByteHandlerOptions {
  readonly sources: ByteSources;
  /** The built screen. */
  readonly appFolder: string;
}

export type ByteHandler = (request: Request) => Promise<Response>;

/**
 * Everything of the studio that is bytes and no call: the screen's files, media, uploads. Who may ask is the host's to
 * decide before; what is answered is the same in all of them. Never rejects.
 */
export function createByteHandler({ sources, appFolder }: ByteHandlerOptions): ByteHandler {
  return async (request) => {
    const { pathname } = new URL(request.url);
    try {
      if (pathname === '/uploads') {
        return withHeaders(await only(request, ['POST'], () => receiveUpload(request, sources)), 'data');
      }
      if (pathname.startsWith('/media/')) {
        return withHeaders(await only(request, reading, () => serveMedia(request, sources)), 'data');
      }
      return withHeaders(await only(request, reading, () => serveAppFile(request, appFolder)), 'app');
    } catch {
      // A disk that fails under a file, or a studio that ended: the one who asked may ask again.
      return withHeaders(refusal(500, 'This could not be read just now. Try again.'), 'data');
    }
  };
}

const reading = ['GET', 'HEAD'];

async function only(
  request: Request,
  methods: readonly string[],
  answer: () => Promise<Response>,
): Promise<Response> {
  if (methods.includes(request.method)) return answer();
  return refusal(405, `This takes ${methods.join(' and ')} only.`, { allow: methods.join(', ') });
}
