import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findChromium, launchChromium } from './chromium.ts';

test('CHROMIUM_PATH goes before every usual place', () => {
  const here = fileURLToPath(import.meta.url);
  expect(findChromium({ CHROMIUM_PATH: here })).toBe(here);
});

test('a path that leads nowhere is not replaced by another browser, and is said', async () => {
  const env = { CHROMIUM_PATH: '/no/such/browser' };
  expect(findChromium(env)).toBeNull();
  await expect(launchChromium(env)).rejects.toThrow('name its program in CHROMIUM_PATH');
});
