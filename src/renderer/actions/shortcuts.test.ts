import { expect, test } from 'vitest';
import { allCommands } from './all-commands.ts';
import { readShortcuts } from './shortcuts.ts';

test('a person’s own keys stand in for the usual ones; an empty list means none', () => {
  const shortcuts = readShortcuts({ 'edit.undo': ['Mod+U'], 'edit.redo': [] });
  expect(shortcuts.get('edit.undo')).toEqual(['Mod+U']);
  expect(shortcuts.get('edit.redo')).toEqual([]);
  expect(shortcuts.get('app.palette')).toEqual(['Mod+K']);
});

test('a preference of another shape is as if there were none', () => {
  const usual = new Map(allCommands.map(({ id, keys }) => [id, keys]));
  for (const preference of [undefined, null, 7, 'x', [], { 'edit.undo': 'Mod+U' }, { 'edit.undo': [1] }]) {
    expect(readShortcuts(preference)).toEqual(usual);
  }
});
