import { realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { refusal } from './refusal.ts';
import { serveFile } from './serve-file.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

/** Names that the build gives by content: `assets/main-Ck2x_9aB.js`. */
const hashedName = /^assets\/.+-[\w-]{8}\.\w+(\.map)?$/;

/** A file of the screen, from `folder` and nowhere else. `/` is the page. */
export async function serveAppFile(request: Request, folder: string): Promise<Response> {
  const name = appFileName(new URL(request.url).pathname);
  // Browsers ask for it unasked; the page names its own pictures.
  if (name === 'favicon.ico') return new Response(null, { status: 204 });
  const path = name === null ? null : await pathInside(folder, name);
  const contentType = contentTypes[extname(name ?? '').toLowerCase()];
  if (name === null || path === null || contentType === undefined) {
    return refusal(404, 'There is no such page.');
  }
  const { size, mtimeMs } = await stat(path);
  const cacheControl =
    name === 'index.html'
      ? 'no-store'
      : hashedName.test(name)
        ? 'private, max-age=31536000, immutable'
        : 'no-cache';
  return serveFile(request, { path, contentType, cacheControl, tag: `${size}-${Math.trunc(mtimeMs)}` });
}

/**
 * The file that a path of an address names, relative to the folder of the screen; null for one that could mean anything
 * else on some system. What is left are plain names between slashes.
 */
export function appFileName(pathname: string): string | null {
  if (pathname === '/') return 'index.html';
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    // Not the encoding of any text.
    return null;
  }
  const segments = decoded.slice(1).split('/');
  return segments.every((segment) => /^[\w@+~-][\w@+~.-]*$/.test(segment)) ? segments.join('/') : null;
}

/** The real path, where it lies inside the folder; null where a link leads out of it or there is none. */
async function pathInside(folder: string, name: string): Promise<string | null> {
  try {
    const [root, path] = await Promise.all([realpath(folder), realpath(join(folder, name))]);
    return path.startsWith(root + sep) ? path : null;
  } catch {
    // There is no such file.
    return null;
  }
}
