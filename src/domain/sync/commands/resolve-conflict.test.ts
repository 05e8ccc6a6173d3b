import { expect, test } from 'vitest';
import { sampleRow } from '../../../testing/builders/any-row.ts';
import type { Row } from '../../kernel/patch.ts';
import { unwrap } from '../../kernel/result.ts';
import type { Block } from '../../text/block.ts';
import type { Conflict } from '../conflict.ts';
import { type ConflictRows, resolveConflict } from './resolve-conflict.ts';

const block = sampleRow('block', { kind: 'action', text: 'Rain.', dual: null, order: 'a1' });
const about = (over: Partial<Conflict>): Conflict =>
  sampleRow('conflict', {
    projectId: block.projectId,
    entity: 'block',
    rowId: block.id,
    field: 'text',
    value: 'Snow.',
    winnerValue: 'Rain.',
    resolvedAtMs: null,
    ...over,
  });
const rows = (over: Partial<ConflictRows> = {}): ConflictRows => ({
  row: block as unknown as Row,
  blocks: [block],
  nowMs: 99,
  newBlockId: 'block-new' as Block['id'],
  ...over,
});
const changes = (conflict: Conflict, choice: Parameters<typeof resolveConflict>[1], over = {}) =>
  unwrap(resolveConflict(conflict, choice, rows(over))).changes;
const ended = { kind: 'update', entity: 'conflict', fields: { resolvedAtMs: { from: null, to: 99 } } };

test('kept as it is, only the mark is written', () => {
  expect(changes(about({}), 'keep')).toMatchObject([ended]);
});

test('put back, the other value is written over what stands now', () => {
  expect(changes(about({}), 'put-back')).toMatchObject([
    { kind: 'update', entity: 'block', id: block.id, fields: { text: { from: 'Rain.', to: 'Snow.' } } },
    ended,
  ]);
  // Somebody typed the same words meanwhile.
  expect(changes(about({ value: 'Rain.' }), 'put-back')).toMatchObject([ended]);
});

test('both: the other text follows as a paragraph of the same kind', () => {
  const [added, mark] = changes(about({}), 'both');
  expect(added).toMatchObject({ kind: 'add', entity: 'block', row: { text: 'Snow.', kind: 'action' } });
  expect(added?.kind === 'add' && String(added.row['order']) > block.order).toBe(true);
  expect(mark).toMatchObject(ended);
});

test('what was deleted comes back whole', () => {
  const gone = about({ field: null, value: block as never, winnerValue: null });
  expect(changes(gone, 'put-back', { row: null, blocks: [] })).toMatchObject([
    { kind: 'add', entity: 'block', row: { id: block.id, text: 'Rain.' } },
    ended,
  ]);
});

test('refuses what has no meaning any more', () => {
  const codeOf = (conflict: Conflict, choice: 'put-back' | 'both', over = {}) => {
    const result = resolveConflict(conflict, choice, rows(over));
    return result.ok ? 'ok' : result.fault.code;
  };
  expect(codeOf(about({ resolvedAtMs: 5 }), 'put-back')).toBe('sync.resolved-already');
  expect(codeOf(about({}), 'put-back', { row: null })).toBe('sync.row-gone');
  expect(codeOf(about({}), 'both', { row: null, blocks: [] })).toBe('sync.row-gone');
  expect(codeOf(about({ field: 'kind', value: 'note' }), 'both')).toBe('sync.not-both');
  expect(codeOf(about({ field: null, value: block as never }), 'put-back')).toBe('sync.row-gone');
});
