import { expect, test } from 'vitest';
import { allCommands } from './all-commands.ts';
import { createCommandRegistry } from './command-registry.ts';

test('no command has an id twice, and every one has a noun and a verb', () => {
  const ids = allCommands.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z]+\.[a-zA-Z]+$/);
});

test('a command runs what was attached last, and what was there before once that is gone', () => {
  const registry = createCommandRegistry();
  const ran: string[] = [];
  expect(registry.run('edit.undo')).toBe(false);
  const detachFirst = registry.attach({ 'edit.undo': { run: () => ran.push('first') } });
  const detachSecond = registry.attach({ 'edit.undo': { run: () => ran.push('second') } });
  registry.run('edit.undo');
  detachSecond();
  registry.run('edit.undo');
  detachFirst();
  expect(registry.isAttached('edit.undo')).toBe(false);
  expect(registry.run('edit.undo')).toBe(false);
  expect(ran).toEqual(['second', 'first']);
});

test('one that is attached but not possible now does not run', () => {
  const registry = createCommandRegistry();
  let possible = false;
  let ran = 0;
  registry.attach({ 'shot.delete': { run: () => ran++, enabled: () => possible } });
  expect([registry.canRun('shot.delete'), registry.isAttached('shot.delete')]).toEqual([false, true]);
  registry.run('shot.delete');
  possible = true;
  registry.run('shot.delete');
  expect(ran).toBe(1);
});

test('whoever shows commands hears of what is attached, taken away, or called otherwise', () => {
  const registry = createCommandRegistry();
  let heard = 0;
  registry.handlers.subscribe(() => heard++);
  let title = 'Undo “Move shot”';
  const detach = registry.attach({ 'edit.undo': { run: () => undefined, title: () => title } });
  expect(registry.titleOf('edit.undo')).toBe('Undo “Move shot”');
  expect(registry.isChecked('edit.undo')).toBeNull();
  title = 'Undo “Trim”';
  registry.refresh();
  detach();
  expect(heard).toBe(3);
  expect(registry.titleOf('edit.undo')).toBeNull();
});
