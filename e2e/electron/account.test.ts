import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withDesktopBuild } from '../../src/testing/build-desktop.ts';
import type { JournalEntry } from '../../src/testing/electron-stand-in/journal.ts';
import { type Desktop, startDesktop } from '../../src/testing/electron-stand-in/start-desktop.ts';
import { type ClerkSim, startClerkSim } from '../../tools/clerk-sim/start-clerk-sim.ts';

type Forked = Extract<JournalEntry, { kind: 'forked' }>;
const isForked = (seen: JournalEntry): seen is Forked => seen.kind === 'forked';

/** How every client token of the stand-in begins. */
const tokenBegins = 'eyJzaW0iOiJjbGllbnQifQ';

let sim: ClerkSim;
let desktop: Desktop;
beforeAll(async () => {
  sim = await startClerkSim();
  desktop = await withDesktopBuild(() =>
    startDesktop(undefined, { REELWRIGHT_CLERK_KEY: sim.publishableKey }),
  );
});
afterAll(async () => {
  await desktop?.close();
  await sim?.close();
});

test('a sign-in is kept in the system’s secret store, and outlives the studio’s process', async () => {
  const { page } = desktop;
  const { email } = sim.people.add({ email: 'ada@example.com', firstName: 'Ada' });
  await page.evaluate(() => {
    location.hash = '#/settings/account';
  });
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  await page.keyboard.press('Enter');
  // There is no password: the code is on its way without being asked for.
  await page.getByLabel('Code', { exact: true }).fill('424242');
  await page.keyboard.press('Enter');
  await page.getByText('The sign-in is kept in the system’s secret store.').waitFor();
  const kept = readFileSync(join(desktop.userData, 'keys.json'), 'utf8');
  expect(kept).toContain('account');
  expect(kept).not.toContain(tokenBegins);
  expect(await page.content()).not.toContain(tokenBegins);

  const studios = (): Forked[] =>
    desktop.journal.filter(isForked).filter(({ name }) => name === 'Reelwright studio');
  const before = studios().length;
  process.kill(studios().at(-1)?.pid ?? 0, 'SIGKILL');
  await expect.poll(() => studios().length, { timeout: 20_000 }).toBe(before + 1);
  // Drawn anew, from what the new process says.
  for (const hash of ['#/library', '#/settings/account']) {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    if (hash === '#/library') await page.getByText('This device').waitFor({ state: 'detached' });
  }
  await page.getByText('This device').waitFor();
  await page.getByText(email, { exact: true }).first().waitFor();
  for (const { env, args } of desktop.journal.filter(isForked)) {
    expect(JSON.stringify([env, args])).not.toContain(tokenBegins);
  }
});

test('a browser comes back by a link of the application, and a link of anybody else does nothing', async () => {
  const links = await startClerkSim({ allowsLoopback: false });
  const { email } = links.people.add({ email: 'grace@example.com' });
  const env = { REELWRIGHT_CLERK_KEY: links.publishableKey };
  const other = await withDesktopBuild(() => startDesktop(undefined, env));
  try {
    await other.seen((seen): seen is Extract<JournalEntry, { kind: 'scheme' }> => seen.kind === 'scheme');
    await other.page.evaluate(() => {
      location.hash = '#/settings/account';
    });
    await other.page.getByRole('button', { name: 'Continue with GitHub' }).click();
    // The stand-in's page is at no host that the application would open; a person's would be.
    const again = other.page.getByRole('link', { name: 'Open the page again' });
    const url = (await again.getAttribute('href')) ?? '';
    const body = new URLSearchParams({ email });
    const answered = await fetch(url, { method: 'POST', body, redirect: 'manual' });
    const link = answered.headers.get('location') ?? '';
    const foreign = new URL(link);
    foreign.searchParams.set('state', 'x'.repeat(43));
    other.order({ kind: 'start-again', argv: ['reelwright', foreign.href] });
    other.order({ kind: 'start-again', argv: ['reelwright', 'reelwright://account/elsewhere?a.fountain'] });
    await other.page.getByRole('heading', { name: 'Waiting for GitHub' }).waitFor();
    other.order({ kind: 'start-again', argv: ['reelwright', link] });
    await other.page.getByText(email, { exact: true }).first().waitFor();
  } finally {
    await other.close();
    await links.close();
  }
});
