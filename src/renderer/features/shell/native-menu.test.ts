import { expect, test } from 'vitest';
import { createCommandRegistry } from '../../actions/command-registry.ts';
import { readShortcuts } from '../../actions/shortcuts.ts';
import { commands } from '../../words/en/commands.ts';
import { shell } from '../../words/en/shell.ts';
import { acceleratorOf, nativeMenuOf } from './native-menu.ts';

const menu = (registry = createCommandRegistry()) =>
  nativeMenuOf(registry, readShortcuts(undefined), commands, shell.menus);

test('keys without Mod stay the window’s, so that no letter is taken from a text field', () => {
  expect(acceleratorOf('Space')).toBeNull();
  expect(acceleratorOf('Shift+Delete')).toBeNull();
  expect(acceleratorOf('Alt+ArrowLeft')).toBeNull();
  expect(acceleratorOf(null)).toBeNull();
  expect(acceleratorOf('Mod+Shift+Z')).toBe('CmdOrCtrl+Shift+Z');
  expect(acceleratorOf('Mod++')).toBe('CmdOrCtrl+Plus');
});

test('menus of one page stand only while that page is there; what cannot be done now is grey', () => {
  expect(menu().groups.map(({ label }) => label)).toEqual(['File', 'Edit', 'View', 'Help']);
  const registry = createCommandRegistry();
  registry.attach({ 'shot.delete': { run: () => undefined }, 'edit.undo': { run: () => undefined } });
  const { groups } = menu(registry);
  expect(groups.map(({ label }) => label)).toEqual(['File', 'Edit', 'View', 'Shot', 'Help']);
  const [undo, redo] = groups[1]?.items ?? [];
  expect([undo?.enabled, redo?.enabled]).toEqual([true, false]);
  expect(undo?.accelerator).toBe('CmdOrCtrl+Z');
});

test('an entry is called what its handler calls it now', () => {
  const registry = createCommandRegistry();
  registry.attach({ 'edit.undo': { run: () => undefined, title: () => 'Undo “Trim”' } });
  expect(menu(registry).groups[1]?.items[0]?.label).toBe('Undo “Trim”');
});

test('no two entries of one menu bar share their keys while all pages’ menus stand', () => {
  // What the system hears first must mean one thing: the window decides between pages, the menu cannot.
  const accelerators = menu().groups.flatMap(({ items }) =>
    items.flatMap((entry) => (entry?.accelerator == null ? [] : [entry.accelerator])),
  );
  expect(new Set(accelerators).size).toBe(accelerators.length);
});
