import { existsSync, readdirSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultOfCall } from '../../src/contract/fault-of-call.ts';
import { launchChromium } from '../../src/testing/chromium.ts';
import { stories } from '../run-cli.ts';
import { callStudio, rawRequest, signIn, tryWebSocket } from './raw-http.ts';
import { servingPid } from './serving-pid.ts';
import { type StudioServer, startStudioServer } from './start-studio-server.ts';

let server: StudioServer;
let cookie: string;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startStudioServer(), launchChromium()]);
  cookie = await signIn(server);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Files that were sent and not taken yet. */
function uploads(): string[] {
  const incoming = join(server.home, 'media', 'incoming');
  return existsSync(incoming) ? readdirSync(incoming).filter((name) => name.startsWith('upload-')) : [];
}

describe('who is let in', () => {
  test('a foreign Host gets one sentence that says nothing about us, cookie or not', async () => {
    for (const host of ['127.0.0.1', 'localhost', 'evil.example', `x.${new URL(server.origin).hostname}`]) {
      const answer = await rawRequest(server, '/', { headers: { host, cookie } });
      expect(answer.status).toBe(421);
      expect(answer.text).not.toContain('reelwright-');
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  test('without the cookie there is no page, no medium, no call', async () => {
    for (const path of ['/', '/index.html', '/assets/x.js', `/media/${'a'.repeat(64)}`, '/uploads']) {
      expect((await rawRequest(server, path)).status).toBe(401);
    }
    const upload = await rawRequest(server, '/uploads', {
      method: 'POST',
      headers: { origin: server.origin, 'x-file-name': 'a.txt' },
      body: 'abc',
    });
    expect(upload.status).toBe(401);
    expect(await tryWebSocket(server, { origin: server.origin })).toBe(401);
    expect(
      await tryWebSocket(server, { origin: server.origin, cookie: `reelwright=${'0'.repeat(64)}` }),
    ).toBe(401);
  });

  test('a foreign or missing Origin opens no line and posts nothing', async () => {
    expect(await tryWebSocket(server, { origin: server.origin, cookie })).toBe(101);
    for (const origin of [
      'http://evil.example',
      'null',
      'http://localhost:1',
      server.origin.replace('http', 'https'),
    ]) {
      expect(await tryWebSocket(server, { origin, cookie })).toBe(403);
      const posted = await rawRequest(server, '/uploads', {
        method: 'POST',
        headers: { origin, cookie, 'x-file-name': 'a.txt' },
        body: 'abc',
      });
      expect(posted.status).toBe(403);
    }
    expect(await tryWebSocket(server, { cookie })).toBe(403);
    expect(await tryWebSocket(server, { host: '127.0.0.1', origin: server.origin, cookie })).toBe(421);
  });

  test('what a browser says of where a request began is enough to refuse it, with all else in order', async () => {
    const known = { cookie, 'sec-fetch-site': 'same-origin' };
    expect((await rawRequest(server, '/index.html', { headers: known })).status).toBe(200);
    expect((await rawRequest(server, '/index.html', { headers: { cookie } })).status).toBe(200);
    for (const site of ['cross-site', 'same-site', 'whatever', '']) {
      const foreign = { ...known, 'sec-fetch-site': site };
      for (const path of ['/index.html', '/', `/media/${'a'.repeat(64)}`])
        expect((await rawRequest(server, path, { headers: foreign })).status, `${site} ${path}`).toBe(403);
      const posted = { ...foreign, origin: server.origin, 'x-file-name': 'a.txt' };
      const upload = await rawRequest(server, '/uploads', { method: 'POST', headers: posted, body: 'abc' });
      expect(upload.status).toBe(403);
      expect(await tryWebSocket(server, { ...foreign, origin: server.origin })).toBe(403);
    }
  });

  test('a cookie is good for the start that gave it, and for no other', async () => {
    await using other = await startStudioServer();
    expect((await rawRequest(server, '/', { headers: { cookie } })).status).toBe(200);
    expect((await rawRequest(other, '/', { headers: { cookie } })).status).toBe(401);
    expect(await tryWebSocket(other, { origin: other.origin, cookie })).toBe(401);
    const { host } = new URL(server.origin);
    expect((await rawRequest(other, '/', { headers: { cookie, host } })).status).toBe(421);
  });

  test('no other computer can reach it', async () => {
    const { port } = new URL(server.origin);
    const outside = Object.values(networkInterfaces())
      .flat()
      .filter((one) => one !== undefined && !one.internal && one.family === 'IPv4');
    for (const one of outside) {
      const refused = await new Promise<boolean>((resolve) => {
        const socket = connect({ host: one?.address ?? '', port: Number(port) });
        socket.once('connect', () => resolve(false));
        socket.once('error', () => resolve(true));
      });
      expect(refused).toBe(true);
    }
  });
});

describe('a browser', () => {
  const open = async (address: string): Promise<Page> => {
    const page = await (await browser.newContext({ locale: 'en' })).newPage();
    await page.goto(address);
    return page;
  };

  test('without a ticket, or with a wrong one, is told what to do', async () => {
    const bare = await open(server.origin);
    await bare.getByRole('heading', { name: 'The studio does not know this browser' }).waitFor();
    await bare.getByText('npm start').waitFor();
    const wrong = await open(`${server.origin}/enter#ticket=${'0'.repeat(64)}`);
    await wrong.getByRole('heading', { name: 'This address was used before' }).waitFor();
    expect(await wrong.context().cookies()).toEqual([]);
  });

  test('is let in by the printed address, whose ticket no way back leads to', async () => {
    const page = await open(server.address);
    await page.waitForURL(`${server.origin}/`);
    expect(await page.evaluate(() => [isSecureContext, crossOriginIsolated, document.cookie])).toEqual([
      true,
      true,
      '',
    ]);
    const [kept] = await page.context().cookies();
    expect(kept).toMatchObject({ name: 'reelwright', httpOnly: true, sameSite: 'Strict' });
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
  });

  test('that is on another site can neither link to us, embed us, nor call us', async () => {
    const foreign = createServer((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(`<a href="${server.origin}/">link</a>`);
    }).listen(0, '127.0.0.1');
    try {
      const context = await browser.newContext({ locale: 'en' });
      const mine = await context.newPage();
      await mine.goto(server.address);
      await mine.waitForURL(`${server.origin}/`);
      const page = await context.newPage();
      await page.goto(`http://evil.localhost:${(foreign.address() as AddressInfo).port}/`);
      const tried = await page.evaluate(async (origin) => {
        const image = await new Promise((resolve) => {
          const one = new Image();
          one.onload = () => resolve('loaded');
          one.onerror = () => resolve('refused');
          one.src = `${origin}/media/${'a'.repeat(64)}`;
        });
        const fetched = await fetch(`${origin}/`, { credentials: 'include' }).then(
          () => 'answered',
          () => 'refused',
        );
        const line = await new Promise((resolve) => {
          const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`);
          socket.onopen = () => resolve('open');
          socket.onerror = () => resolve('refused');
        });
        const posted = await fetch(`${origin}/uploads`, {
          method: 'POST',
          mode: 'no-cors',
          credentials: 'include',
          body: 'abc',
        }).then(
          (answer) => answer.type,
          () => 'refused',
        );
        return { image, fetched, line, posted };
      }, server.origin);
      expect(tried).toMatchObject({ image: 'refused', fetched: 'refused', line: 'refused' });
      expect(uploads()).toEqual([]);
      await page.getByText('link').click();
      await page.getByRole('heading', { name: 'This link came from another page' }).waitFor();
    } finally {
      foreign.close();
    }
  });
});

describe('what is inside', () => {
  test('noise on the port ends its own connection and nothing else', async () => {
    const pid = servingPid(server.home);
    const { host, port } = new URL(server.origin);
    const upgrade = `GET /rpc HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${server.origin}\r\nCookie: ${cookie}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`;
    const begin = fc.constantFrom('', 'GET / HTTP/1.1\r\n', `GET / HTTP/1.1\r\nHost: ${host}\r\n`, upgrade);
    const noise = fc.tuple(begin, fc.uint8Array({ maxLength: 2_000 }), fc.boolean());
    await fc.assert(
      fc.asyncProperty(noise, async ([first, rest, politely]) => {
        const socket = connect({ host: '127.0.0.1', port: Number(port) });
        socket.on('error', () => undefined);
        socket.resume();
        const closed = new Promise((resolve) => socket.once('close', resolve));
        socket.write(first);
        socket.write(rest, () => (politely ? socket.end() : socket.destroy()));
        await closed;
      }),
      { numRuns: 300 },
    );
    expect((await rawRequest(server, '/', { headers: { cookie } })).status).toBe(200);
    expect(servingPid(server.home)).toBe(pid);
    expect(server.said()).not.toContain('unexpectedly');
  });

  test('no path leads out of the folder of the screen', async () => {
    for (const path of [
      '/../../package.json',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/package.json',
      '/assets/../../../package.json',
      '//etc/passwd',
      '/..%5c..%5cpackage.json',
      `/media/..%2f..%2freelwright.db`,
      `/media/${'a'.repeat(64)}/../../reelwright.db`,
    ]) {
      const answer = await rawRequest(server, path, { headers: { cookie } });
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });

  test('a GET changes nothing, whatever it asks for', async () => {
    for (const path of ['/session', '/session?ticket=x', '/uploads', '/rpc', '/show', '/rpc/projects/list']) {
      const answer = await rawRequest(server, path, { headers: { cookie } });
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
  });

  test('no call names a file of this computer', async () => {
    const { client, close } = await callStudio(server);
    const settings = { aspect: '16:9', heightPx: 144, fpsNum: 24, fpsDen: 1, style: null } as const;
    const path = join(stories, 'harbour-radio.txt');
    const { project } = await client.projects.create({
      name: 'a.txt',
      source: { from: 'words', words: 'Rain.' },
      settings,
    });
    const order = { projectId: project.id, preset: 'standard', captions: 'none' } as const;
    const calls = [
      () => client.projects.openStory({ path, settings, fresh: true }),
      () => client.assets.import({ paths: ['/etc/passwd'] }),
      () => client.exports.check({ projectId: project.id, path: '/tmp/x.mp4' }),
      async () => (await client.exports.start({ ...order, path: '/tmp/x.mp4' })).next(),
      () => client.exports.queue({ ...order, destination: { to: 'path', path: '/tmp/x.mp4' } }),
      () => client.exports.outline({ ...order, destination: { to: 'path', path: '/tmp/x.mp4' } }),
    ];
    for (const call of calls) {
      const fault = await call().then(() => null, faultOfCall);
      expect(fault?.code).toBe('host.no-file-access');
    }
    for (const fileName of ['../x.mp4', '/tmp/x.mp4', 'a/b.mp4', '..\\x.mp4', '..']) {
      const destination = { to: 'exports-folder', fileName } as const;
      const { path: chosen } = await client.exports
        .outline({ ...order, destination })
        .catch(() => ({ path: join(server.home, 'exports', 'refused') }));
      expect(chosen.startsWith(join(server.home, 'exports'))).toBe(true);
    }
    expect(existsSync('/tmp/x.mp4')).toBe(false);
    close();
  });

  test('an upload that is cut off leaves nothing; a whole one is taken', async () => {
    const { port, host } = new URL(server.origin);
    const headers = {
      host,
      origin: server.origin,
      cookie,
      'x-file-name': 'slow.mp4',
      'content-length': '1000000',
    };
    const slow = request({ host: '127.0.0.1', port, method: 'POST', path: '/uploads', headers });
    slow.on('error', () => undefined);
    slow.write(Buffer.alloc(200_000));
    await expect.poll(uploads).toHaveLength(1);
    slow.destroy();
    await expect.poll(uploads).toEqual([]);

    const whole = await rawRequest(server, '/uploads', {
      method: 'POST',
      headers: { origin: server.origin, cookie, 'x-file-name': encodeURIComponent('Regen.txt') },
      body: 'Rain falls.',
    });
    expect(whole.status).toBe(201);
    expect(uploads()).toHaveLength(1);
  });
});
