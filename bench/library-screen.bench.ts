import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { openStudioPage } from '../e2e/studio/open-studio-page.ts';
import { startStudioServer } from '../e2e/studio/start-studio-server.ts';
import { median, type Row, row } from './row.ts';
import { makeLibrary } from './screen/make-library.ts';

const projects = 500;
const opens = 11;
/** A poster that can be clicked, and what an empty library offers. */
const poster = { selector: '[role="grid"] [role="gridcell"]', text: '' };
const offer = { selector: 'button', text: 'Open the sample story' };

/** The library with many projects beside an empty one: the same bundle, in turns, from the address to a list that can be used. */
export async function run(): Promise<Row[]> {
  const home = await mkdtemp(join(tmpdir(), 'reelwright-bench-library-'));
  try {
    await makeLibrary(home, projects);
    await using full = await openStudioPage({ home, args: ['--reuse-address'] });
    await using other = await startStudioServer();
    const emptyPage = await full.context.newPage();
    await noteUsable(full.page, poster);
    await noteUsable(emptyPage, offer);
    await emptyPage.goto(other.address);
    await emptyPage.waitForURL((url) => url.pathname === '/');
    const fullMs: number[] = [];
    const emptyMs: number[] = [];
    const postersMs: number[] = [];
    await open(full.page);
    await open(emptyPage);
    for (let i = 0; i < opens; i++) {
      fullMs.push(await open(full.page));
      postersMs.push(await postersSeen(full.page));
      emptyMs.push(await open(emptyPage));
    }
    const figure = (name: string, value: number, unit: string, goal: number | null): Row =>
      row({ name: `library: ${name}`, value, unit, goal, better: 'lower', runs: opens });
    return [
      figure(`usable with ${projects} projects`, median(fullMs), 'ms', null),
      figure('usable when it is empty', median(emptyMs), 'ms', null),
      figure('the one beside the other', median(fullMs) / median(emptyMs), '×', 1.3),
      figure('all posters in view are there', median(postersMs), 'ms', null),
    ];
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

interface Probe {
  usableMs: number | undefined;
}

/** Notes in every page that is loaded from now on when a thing was painted first, since the navigation. */
async function noteUsable(page: Page, thing: typeof poster): Promise<void> {
  await page.addInitScript(({ selector, text }) => {
    const look = (): void => {
      const found = [...document.querySelectorAll(selector)].some(
        (element) => text === '' || element.textContent?.includes(text),
      );
      if (!found) requestAnimationFrame(look);
      else
        requestAnimationFrame(() =>
          setTimeout(() => {
            (window as unknown as Probe).usableMs = performance.now();
          }),
        );
    };
    look();
  }, thing);
}

/** Loads the page anew; time from the navigation to the paint in which the list can be used. */
async function open(page: Page): Promise<number> {
  await page.bringToFront();
  await page.reload({ waitUntil: 'load' });
  const usable = await page.waitForFunction(() => (window as unknown as Probe).usableMs);
  return (await usable.jsonValue()) ?? Number.NaN;
}

async function postersSeen(page: Page): Promise<number> {
  const seen = await page.waitForFunction((selector) => {
    const images = [...document.querySelectorAll<HTMLImageElement>(`${selector} img`)].filter(
      (image) => image.getBoundingClientRect().top < innerHeight,
    );
    return images.length > 0 && images.every(({ complete, naturalWidth }) => complete && naturalWidth > 0)
      ? performance.now()
      : 0;
  }, poster.selector);
  return seen.jsonValue();
}
