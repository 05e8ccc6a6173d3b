import { expect, test } from 'vitest';
import { parts as german } from './de/parts.ts';
import { parts as english } from './en/parts.ts';
import { ariaKeys, keyCaps, keyText } from './key-text.ts';

test('shortcuts are written as each system and language writes them', () => {
  expect(keyText('Mod+Shift+Z', false, english.keys)).toBe('Ctrl+Shift+Z');
  expect(keyText('Mod+Shift+Z', true, english.keys)).toBe('⇧⌘Z');
  expect(keyText('Mod+Shift+Delete', false, german.keys)).toBe('Strg+Umschalt+Entf');
  expect(keyText('Alt+ArrowLeft', true, english.keys)).toBe('⌥←');
  expect(keyText('Space', false, german.keys)).toBe('Leertaste');
});

test('a plus sign is a key too', () => {
  expect(keyCaps('Mod++', false, english.keys)).toEqual(['Ctrl', '+']);
  expect(keyCaps('+', false, english.keys)).toEqual(['+']);
});

test('screen readers have names of their own for keys', () => {
  expect(ariaKeys('Mod+Shift+K', false)).toBe('Control+Shift+K');
  expect(ariaKeys('Mod+K', true)).toBe('Meta+K');
});
