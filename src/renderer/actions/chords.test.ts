import { expect, test } from 'vitest';
import { allCommands } from './all-commands.ts';
import { chordOf, isChord, type KeyPress } from './chords.ts';

const press = (key: string, over: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...over,
});

test('Mod is Command on a Mac and Control elsewhere, and nothing else', () => {
  expect(isChord('Mod+K', press('k', { metaKey: true }), true)).toBe(true);
  expect(isChord('Mod+K', press('k', { ctrlKey: true }), true)).toBe(false);
  expect(isChord('Mod+K', press('k', { ctrlKey: true }), false)).toBe(true);
  expect(isChord('Mod+K', press('k', { metaKey: true }), false)).toBe(false);
  expect(isChord('Mod+K', press('k'), false)).toBe(false);
  expect(isChord('K', press('k', { ctrlKey: true }), false)).toBe(false);
});

test('Shift and Alt count for letters and named keys', () => {
  expect(isChord('Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(true);
  expect(isChord('Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(false);
  expect(isChord('Alt+ArrowUp', press('ArrowUp', { altKey: true }), false)).toBe(true);
  expect(isChord('ArrowUp', press('ArrowUp', { altKey: true }), false)).toBe(false);
  expect(isChord('Space', press(' ', { code: 'Space' }), false)).toBe(true);
});

test('a sign may need Shift on this layout', () => {
  expect(isChord('Mod+/', press('/', { code: 'Digit7', ctrlKey: true, shiftKey: true }), false)).toBe(true);
  expect(isChord('=', press('=', { code: 'Digit0', shiftKey: true }), false)).toBe(true);
  expect(isChord(',', press(';', { code: 'Comma', shiftKey: true }), false)).toBe(false);
});

test('the place of a key counts where it types no letter or digit that we know', () => {
  expect(isChord('Mod+K', press('л', { code: 'KeyK', ctrlKey: true }), false)).toBe(true);
  expect(isChord('Alt+X', press('≈', { code: 'KeyX', altKey: true }), true)).toBe(true);
  expect(isChord('Mod+1', press('&', { code: 'Digit1', ctrlKey: true }), false)).toBe(true);
  // On AZERTY the key marked Q is where A is elsewhere: what it types is what counts.
  expect(isChord('Q', press('q', { code: 'KeyA' }), false)).toBe(true);
  expect(isChord('A', press('q', { code: 'KeyA' }), false)).toBe(false);
});

test('what a person presses is written as commands write it, and is then that chord', () => {
  expect(chordOf(press('k', { ctrlKey: true }), false)).toBe('Mod+K');
  expect(chordOf(press('Z', { metaKey: true, shiftKey: true }), true)).toBe('Mod+Shift+Z');
  expect(chordOf(press(' ', { code: 'Space' }), false)).toBe('Space');
  expect(chordOf(press('+', { code: 'Equal', shiftKey: true, ctrlKey: true }), false)).toBe('Mod++');
  expect(chordOf(press('Control', { ctrlKey: true }), false)).toBeNull();
  for (const event of [
    press('k', { ctrlKey: true }),
    press('+', { code: 'Equal', shiftKey: true, ctrlKey: true }),
    press('Delete', { shiftKey: true }),
    press('ArrowLeft', { altKey: true }),
  ]) {
    expect(isChord(chordOf(event, false) ?? '', event, false)).toBe(true);
  }
});

test('commands that can be there at the same time do not share their keys', () => {
  // Pages are on screen one at a time: only within a page, and with the commands of every page, keys must differ.
  const everywhere = allCommands.filter(({ id }) => /^(app|edit|project)\./.test(id));
  for (const group of ['text', 'shot', 'play'] as const) {
    const together = [...everywhere, ...allCommands.filter((command) => command.group === group)];
    const seen = new Map<string, string>();
    for (const { id, keys } of together) {
      for (const key of keys) {
        expect(seen.get(key), `${key} of ${id}`).toBeUndefined();
        seen.set(key, id);
      }
    }
  }
});
