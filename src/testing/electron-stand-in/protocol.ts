import type { Protocol } from 'electron';
import type { BrowserContext, Route } from 'playwright';

/** `app://studio` as Chromium can open it: a secure origin whose requests all come here. */
export const standInOrigin = 'http://studio.localhost';

export const asApp = (url: string): string => url.replace(standInOrigin, 'app://studio');
export const asStandIn = (url: string): string => url.replace('app://studio', standInOrigin);

const handlers = new Map<string, (request: Request) => Response | Promise<Response>>();
const registered: string[] = [];

export const protocol = {
  registerSchemesAsPrivileged: (schemes: Parameters<Protocol['registerSchemesAsPrivileged']>[0]) => {
    registered.push(...schemes.map(({ scheme }) => scheme));
  },
  handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) => {
    if (!registered.includes(scheme)) throw new Error(`The scheme "${scheme}" was not registered before.`);
    handlers.set(scheme, handler);
  },
};

export const net = { fetch: (address: string) => fetch(address) };

/** Every request of every page: those to the studio's origin go to the handler of `app:`, all others find nobody. */
export async function answerRequests(context: BrowserContext): Promise<void> {
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    const handler = handlers.get('app');
    if (!url.startsWith(`${standInOrigin}/`) || handler === undefined)
      return route.abort('addressunreachable');
    await answer(route, handler);
  });
}

async function answer(
  route: Route,
  handler: (request: Request) => Response | Promise<Response>,
): Promise<void> {
  const asked = route.request();
  const body = asked.postDataBuffer();
  const hasBody = asked.method() !== 'GET' && asked.method() !== 'HEAD' && body !== null;
  const request = new Request(asApp(asked.url()), {
    method: asked.method(),
    headers: await asked.allHeaders().then(withoutPseudoHeaders),
    ...(hasBody ? { body: new Uint8Array(body) } : {}),
  });
  const response = await handler(request);
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

function withoutPseudoHeaders(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(':')));
}
