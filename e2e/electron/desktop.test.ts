import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DesktopBridge } from '../../src/contract/desktop-bridge.ts';
import { withDesktopBuild } from '../../src/testing/build-desktop.ts';
import type { JournalEntry } from '../../src/testing/electron-stand-in/journal.ts';
import { type Desktop, startDesktop } from '../../src/testing/electron-stand-in/start-desktop.ts';

type Of<K extends JournalEntry['kind']> = Extract<JournalEntry, { kind: K }>;
const entry =
  <K extends JournalEntry['kind']>(kind: K) =>
  (seen: JournalEntry): seen is Of<K> =>
    seen.kind === kind;

const canary = 'canary-0123456789abcdef:0123456789abcdef0123456789abcdef';

describe('the built desktop application against the stand-in of Electron', () => {
  let desktop: Desktop;
  beforeAll(async () => {
    desktop = await withDesktopBuild(() => startDesktop());
  });
  afterAll(() => desktop.close());

  it('opens a sandboxed, isolated window whose page has one frozen object of ours and nothing of Node', async () => {
    const { webPreferences } = await desktop.seen(entry('window'));
    expect(webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
    const found = await desktop.page.evaluate(() => {
      const { reelwright, require, process } = window as unknown as Record<string, unknown>;
      return { frozen: Object.isFrozen(reelwright), require: typeof require, process: typeof process };
    });
    expect(found).toEqual({ frozen: true, require: 'undefined', process: 'undefined' });
  });

  it('serves its pages from app://studio under a policy that lets no foreign script in', async () => {
    const policy = await desktop.page.evaluate(async () => {
      const response = await fetch('/index.html');
      return response.headers.get('content-security-policy');
    });
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("default-src 'none'");
    // Dots that the browser does not take out of the path itself, by the handler of `app:` alone.
    const ways = [
      '/..%2f..%2fpackage.json',
      '/%2e%2e%2f%2e%2e%2fpackage.json',
      '/assets/..%2f..%2f..%2fpackage.json',
      '/..%5c..%5cpackage.json',
      '/%252e%252e/package.json',
      '//etc/passwd',
      '/%2fetc%2fpasswd',
      '/media/..%2f..%2fkeys.json',
      '/media/%2e%2e%2freelwright.db',
      '/index.html%00.js',
    ];
    const answers = await desktop.page.evaluate(
      (paths) =>
        Promise.all(
          paths.map(async (path) => {
            const response = await fetch(`${location.origin}${path}`);
            return [path, response.status, (await response.text()).length < 200];
          }),
        ),
      ways,
    );
    expect(answers).toEqual(ways.map((path) => [path, 404, true]));
    expect(
      await desktop.page.evaluate(() =>
        fetch('https://fal.ai/').then(
          () => 'reached',
          () => 'not',
        ),
      ),
    ).toBe('not');
  });

  it('makes a project over the port and draws it: a call, its answer and a stream of events', async () => {
    await desktop.page.getByRole('button', { name: 'Open the sample story' }).first().click();
    await desktop.page.waitForURL(/#\/project\//);
    await desktop.page
      .getByText(/NIGHT FERRY/i)
      .first()
      .waitFor();
  });

  it('starts workers through the main process, and serves what they drew in ranges', async () => {
    const workers = await desktop.seen(
      (seen): seen is Of<'forked'> => seen.kind === 'forked' && seen.name === 'Reelwright animatic',
    );
    expect(workers.env).toEqual({});
    const address = await desktop.page.waitForFunction(() => {
      const media = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
      return media.map((path) => /^\/media\/[0-9a-f]{64}/.exec(path)?.[0]).find(Boolean) ?? null;
    });
    const range = await desktop.page.evaluate(
      async (path) => {
        const response = await fetch(String(path), { headers: { range: 'bytes=0-9' } });
        const bytes = new Uint8Array(await response.arrayBuffer());
        return { status: response.status, bytes: bytes.length, range: response.headers.get('content-range') };
      },
      await address.jsonValue(),
    );
    expect(range).toMatchObject({ status: 206, bytes: 10, range: expect.stringMatching(/^bytes 0-9\/\d+$/) });
  });

  it('does not go to another page, and opens only links that are on its list, outside', async () => {
    await desktop.page.evaluate(() => {
      location.href = 'https://evil.example/';
    });
    const refused = await desktop.seen(entry('refused-navigation'));
    expect(refused.url).toBe('https://evil.example/');
    await desktop.page.evaluate(() => {
      window.open('https://evil.example/');
      window.open('https://fal.ai/dashboard/keys');
    });
    await desktop.seen(entry('opened-outside'));
    const opened = desktop.journal.filter(entry('opened-outside'));
    expect(opened.map(({ url }) => url)).toEqual(['https://fal.ai/dashboard/keys']);
  });

  it('refuses every permission but its two', async () => {
    for (const name of ['media', 'geolocation', 'notifications', 'openExternal']) {
      desktop.order({ kind: 'ask-permission', name });
      const answer = await desktop.seen(
        (seen): seen is Of<'permission'> => seen.kind === 'permission' && seen.name === name,
      );
      expect(answer.granted).toBe(false);
    }
  });

  it('stores a key encrypted, and no page, argument, environment, log or data file ever holds it', async () => {
    const { page } = desktop;
    await page.evaluate(() => {
      location.hash = '#/settings';
    });
    const card = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: 'Fal', exact: true }) });
    await card.getByLabel('Key', { exact: true }).fill(canary);
    await card.getByRole('button', { name: 'Set key' }).click();
    await page.getByText('Kept in this system’s own secret store.', { exact: true }).waitFor();
    expect(await page.content()).not.toContain(canary);
    const stored = readFileSync(join(desktop.userData, 'keys.json'), 'utf8');
    expect(stored).not.toContain(canary);
    for (const { env, args } of desktop.journal.filter(entry('forked'))) {
      expect(JSON.stringify([env, args])).not.toContain('canary');
    }
    for (const file of filesUnder(desktop.home)) {
      expect(bytesOf(file).includes(canary), file).toBe(false);
    }
    await page.reload();
    await page.getByText('Key is set').first().waitFor();
    expect(await page.content()).not.toContain(canary);
  });

  it('starts a studio that dies again, says so, and loses nothing', async () => {
    const studios = () =>
      desktop.journal.filter(entry('forked')).filter(({ name }) => name === 'Reelwright studio');
    await desktop.page.evaluate(() => {
      location.hash = '#/library';
    });
    const before = studios().length;
    process.kill(studios().at(-1)?.pid ?? 0, 'SIGKILL');
    await expect.poll(() => studios().length, { timeout: 20_000 }).toBe(before + 1);
    await desktop.page
      .getByText(/NIGHT FERRY/i)
      .first()
      .waitFor();
  });

  it('shows a notice of the system while the person is elsewhere, each once, and comes to the front when it is chosen', async () => {
    const notify = (id: string): Promise<void> =>
      desktop.page.evaluate((given) => {
        const { reelwright } = window as unknown as { reelwright: DesktopBridge };
        reelwright.notify({ id: given, title: 'Reelwright', body: `Ended: ${given}` });
      }, id);
    const chosen = desktop.page.evaluate(
      () =>
        new Promise((resolve) => {
          const { reelwright } = window as unknown as { reelwright: DesktopBridge };
          reelwright.onNoticeChosen(resolve);
        }),
    );
    await notify('looked at');
    desktop.order({ kind: 'focus', focused: false });
    // Two windows tell of the same one.
    await notify('elsewhere');
    await notify('elsewhere');
    await notify('the last');
    await desktop.seen(
      (seen): seen is Of<'notified'> => seen.kind === 'notified' && /the last/.test(seen.body),
    );
    expect(desktop.journal.filter(entry('notified')).map(({ body }) => body)).toEqual([
      'Ended: elsewhere',
      'Ended: the last',
    ]);
    desktop.order({ kind: 'choose-notification' });
    expect(await chosen).toBe('the last');
    desktop.order({ kind: 'focus', focused: true });
  });

  it("shows the commands in the system's menu, and runs the one that is chosen there", async () => {
    const menu = await desktop.seen(entry('menu'));
    expect(menu.labels).toEqual(expect.arrayContaining(['Undo', 'Settings']));
    desktop.order({ kind: 'choose-menu', label: 'Settings' });
    await desktop.page.waitForURL(/#\/settings/);
  });

  it('asks how to film a story that the system opens, and makes it from its path', async () => {
    const story = join(desktop.userData, 'Two lines.fountain');
    writeFileSync(story, 'INT. HARBOUR - NIGHT\n\nA boat waits.\n');
    desktop.order({ kind: 'open-file', path: story });
    await desktop.page.waitForURL(/#\/library/);
    await desktop.page.getByRole('dialog').getByText('Two lines.fountain').waitFor();
    // Keys go to the dialog once it has the focus.
    await desktop.page.waitForFunction(() => document.activeElement?.matches('[role="dialog"] input'));
    await desktop.page.keyboard.press('Enter');
    await desktop.page.waitForURL(/#\/project\//);
    await desktop.page.getByText('A boat waits.').first().waitFor();
    await desktop.seen((seen): seen is Of<'recent'> => seen.kind === 'recent' && seen.path === story);
  });

  it('closes its studio in order before it ends', async () => {
    expect(await desktop.quit()).toBe(0);
    expect(readdirSync(join(desktop.home, 'snapshots')).length).toBeGreaterThan(0);
  });
});

/** Drawings come and go while they are read. */
function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (thrown) {
    if (existsSync(file)) throw thrown;
    return Buffer.alloc(0);
  }
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => join(found.parentPath, found.name));
}
