import { expect, test } from 'vitest';
import { readShortcuts } from '../../../actions/shortcuts.ts';
import { commandInTheWay, withKeys } from './shortcut-conflicts.ts';

const usual = readShortcuts(undefined);

test('keys of another page are free, keys of the same page and of the window are not', () => {
  expect(commandInTheWay(usual, 'export.start', 'Space')).toBeNull();
  expect(commandInTheWay(usual, 'timeline.split', 'Space')).toBe('play.toggle');
  expect(commandInTheWay(usual, 'timeline.split', 'mod+k')).toBe('app.palette');
  expect(commandInTheWay(usual, 'app.palette', 'Mod+K')).toBeNull();
});

test('no two usual keys are in each other’s way', () => {
  const met: string[] = [];
  for (const [id, keys] of usual) {
    for (const key of keys) {
      const other = commandInTheWay(usual, id, key);
      if (other !== null) met.push(`${key}: ${id} and ${other}`);
    }
  }
  expect(met).toEqual([]);
});

test('only what differs from the usual keys is kept', () => {
  const changed = withKeys({}, 'app.palette', ['Mod+P']);
  expect(changed).toEqual({ 'app.palette': ['Mod+P'] });
  expect(withKeys(changed, 'app.palette', ['Mod+K'])).toEqual({});
  expect(withKeys(changed, 'app.palette', 'usual')).toEqual({});
  expect(withKeys({}, 'edit.undo', [])).toEqual({ 'edit.undo': [] });
});
