import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFaults, overflowing, photograph } from './look-at.ts';
import { openStudioPage, type StudioPage, showPlace } from './open-studio-page.ts';

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;
const specimens = ['buttons', 'fields', 'choices', 'floating', 'lists', 'states', 'tokens'] as const;

let studio: StudioPage;
let page: Page;
beforeAll(async () => {
  studio = await openStudioPage();
  page = studio.page;
  await showPlace(page, '#/parts');
  await section('tokens').waitFor();
});
afterAll(() => studio.close());

const section = (name: string): Locator => page.locator(`[data-specimens="${name}"]`);
const control = (name: string): Locator =>
  section('floating').getByRole('button', { name, exact: true }).first();

const isFocused = (element: Locator): Promise<boolean> =>
  element.evaluate((each) => each === document.activeElement);

describe.each(['Dark', 'Light'] as const)('every part in the %s theme', (theme) => {
  beforeAll(async () => {
    await page.setViewportSize(sizes[0]);
    await page.getByRole('radio', { name: theme }).click();
  });

  test.each(sizes)('stays in its place at $width × $height', async (size) => {
    await page.setViewportSize(size);
    expect(await overflowing(page, '[data-specimens]')).toEqual([]);
    for (const name of specimens) {
      await section(name).scrollIntoViewIfNeeded();
      await photograph(page, `parts-${theme.toLowerCase()}-${size.width}-${name}`);
    }
  });

  test('is clean to a screen reader', async () => {
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('shows the focus wherever the Tab key goes', async () => {
    await page.locator('main').focus();
    const unseen: string[] = [];
    let stops = 0;
    for (; stops < 200; stops++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element.closest('[data-specimens]') === null) return null;
        const marked = element.getAttribute('aria-activedescendant');
        const seen = [element, marked === null ? null : document.getElementById(marked)].some((each) => {
          if (each === null) return false;
          const { outlineStyle, outlineWidth } = getComputedStyle(each);
          return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
        });
        return { seen, html: element.outerHTML.slice(0, 120) };
      });
      if (stop === null) {
        if (stops > 3) break;
        continue;
      }
      if (!stop.seen) unseen.push(stop.html);
    }
    expect(unseen).toEqual([]);
    expect(stops).toBeGreaterThan(40);
  });

  test('answers the pointer: every button that can be pressed looks different under it', async () => {
    const buttons = page.locator('[data-specimens="buttons"] button:not([disabled], [aria-disabled])');
    const look = (button: Locator): Promise<string> =>
      button.evaluate((element) => {
        for (const animation of element.getAnimations()) animation.finish();
        const { backgroundColor, color, borderColor } = getComputedStyle(element);
        return `${backgroundColor} ${color} ${borderColor}`;
      });
    const same: string[] = [];
    for (const button of await buttons.all()) {
      await page.mouse.move(0, 0);
      const before = await look(button);
      await button.hover();
      if ((await look(button)) === before) same.push(await button.evaluate((element) => element.outerHTML));
    }
    expect(same).toEqual([]);
  });

  test('floats where there is room, clean, and gives the focus back', async () => {
    for (const [name, role] of [
      ['Open menu', 'menu'],
      ['Open popover', 'dialog'],
      ['Open dialog', 'dialog'],
    ] as const) {
      await control(name).click();
      const floating = page.getByRole(role).last();
      await floating.waitFor();
      const box = await floating.boundingBox();
      const window = page.viewportSize();
      expect(box && window && box.x >= 0 && box.x + box.width <= window.width, name).toBe(true);
      expect(await accessibilityFaults(page), name).toEqual([]);
      await photograph(page, `parts-${theme.toLowerCase()}-${name.toLowerCase().replace(' ', '-')}`);
      await page.keyboard.press('Escape');
      await floating.waitFor({ state: 'detached' });
      await expect.poll(() => isFocused(control(name)), { message: name }).toBe(true);
    }
  });
});

test('a menu is walked with the keys; a context menu opens with them too', async () => {
  await control('Open menu').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => isFocused(page.getByRole('menuitem', { name: /Save/ }))).toBe(true);
  await page.keyboard.press('ArrowDown');
  await page.getByRole('menuitemcheckbox', { name: 'Captions', checked: true }).waitFor();
  // The menu moves the focus a moment after the key.
  await expect.poll(() => isFocused(page.getByRole('menuitemcheckbox', { name: 'Captions' }))).toBe(true);
  await page.keyboard.press('Enter');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await expect.poll(() => isFocused(control('Open menu'))).toBe(true);
  await control('Press the menu button of the mouse here').focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitemcheckbox', { name: 'Captions', checked: false }).waitFor();
  await page.keyboard.press('Escape');
});

test('a number is typed, stepped and dragged; Escape takes back; what is wrong says what is right', async () => {
  const field = section('fields').getByRole('textbox', { name: 'Duration' }).first();
  await field.click();
  await page.keyboard.type('4,5');
  await page.keyboard.press('Enter');
  expect(await field.inputValue()).toBe('4.5');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowUp');
  expect(await field.inputValue()).toBe('5.6');
  await page.keyboard.press('Escape');
  expect(await field.inputValue()).toBe('4.5');
  await page.keyboard.type('abc');
  await page.keyboard.press('Enter');
  await section('fields').getByText('Type a number from 0 to 60.').waitFor();
  await page.keyboard.press('Escape');
  await field.blur();
  const box = await field.boundingBox();
  if (box === null) throw new Error('The field is not on the screen.');
  await page.mouse.move(box.x + 20, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + 10, { steps: 5 });
  await page.mouse.up();
  expect(await field.inputValue()).toBe('5.5');
});

test('a list of ten thousand rows draws only those in sight', async () => {
  const list = section('lists').getByRole('list', { name: 'Lists and panels' });
  expect(await list.getByRole('listitem').count()).toBeLessThan(40);
  expect(await list.getByRole('listitem').first().getAttribute('aria-setsize')).toBe('10000');
});

test('nothing moves for whoever asked for that', async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter((animation) => Number(animation.effect?.getComputedTiming().duration) > 1)
      .map((animation) => (animation.effect as KeyframeEffect).target?.outerHTML.slice(0, 100)),
  );
  await page.emulateMedia({ reducedMotion: null });
  expect(moving).toEqual([]);
});

test('with the colours of the system, what is done of all and what is on can still be seen', async () => {
  await page.emulateMedia({ forcedColors: 'active' });
  const same = await page.evaluate(() => {
    const colour = (element: Element | null | undefined): string =>
      element == null ? '' : getComputedStyle(element).backgroundColor;
    const bar = document.querySelector('[role="progressbar"][aria-valuenow]');
    const [on, off] = ['checked', 'unchecked'].map((state) =>
      document.querySelector(`[role="switch"][data-state="${state}"]`),
    );
    return { bar: colour(bar) === colour(bar?.firstElementChild), switch: colour(on) === colour(off) };
  });
  await section('states').scrollIntoViewIfNeeded();
  await photograph(page, 'parts-forced-colours');
  await page.emulateMedia({ forcedColors: null });
  expect(same).toEqual({ bar: false, switch: false });
});

test('at twice the size nothing is cut off or needs scrolling sideways', async () => {
  // 200 % zoom of a window of 1280 × 800 leaves so many pixels of CSS.
  await page.setViewportSize({ width: 640, height: 400 });
  expect(await overflowing(page, '[data-specimens]')).toEqual([]);
  const wide = await page.evaluate(() => ({
    page: document.documentElement.scrollWidth,
    header: [...document.querySelectorAll('header')].map((bar) => bar.scrollWidth - bar.clientWidth),
  }));
  await photograph(page, 'parts-200-percent');
  await page.setViewportSize(sizes[0]);
  expect(wide.page).toBe(640);
  expect(Math.max(...wide.header)).toBeLessThanOrEqual(0);
});

test('the console stayed silent: nothing was thrown, nothing was against the policy of the page', () => {
  expect(studio.errors).toEqual([]);
});
