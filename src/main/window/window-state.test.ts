import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readWindowState, writeWindowState } from './window-state.ts';

const path = join(mkdtempSync(join(tmpdir(), 'reelwright-window-')), 'window.json');
const screen = { x: 0, y: 0, width: 1920, height: 1080 };
const state = { x: 100, y: 50, width: 1400, height: 900, maximised: false };

test('a window opens where it was', () => {
  writeWindowState(path, state);
  expect(readWindowState(path, [screen])).toEqual(state);
});

test.each([
  ['left of every screen', { ...state, x: -1_390 }],
  ['above every screen', { ...state, y: -40 }],
  ['on a screen that is gone', { ...state, x: 2_500 }],
  ['below the screen', { ...state, y: 1_070 }],
])('but not %s', (_where, gone) => {
  writeWindowState(path, gone);
  expect(readWindowState(path, [screen])).toBeNull();
});

test.each(['', '{', '[]', '{"x":1}', JSON.stringify({ ...state, width: 1e9 })])('nor from %j', (text) => {
  writeFileSync(path, text);
  expect(readWindowState(path, [screen])).toBeNull();
});
