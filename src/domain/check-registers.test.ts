import { describe, expect, test } from 'vitest';
import { makeShot } from '../testing/builders/story-rows.ts';
import { badFields, missingField, refusedField, withoutFields } from './check-registers.ts';
import { fieldSchemasOf } from './entity-fields.ts';
import type { JsonValue } from './kernel/patch.ts';
import { entityNames } from './kernel/patch.ts';
import type { RowRegisters } from './sync/row-registers.ts';
import { travels } from './sync/synced-fields.ts';

const film = 'project';
const stamp = (n: number): string => `${n.toString(16).padStart(12, '0')}-0000-laptop`;
const values = makeShot('one', 'a0') as unknown as Record<string, JsonValue>;
const shot = (v: RowRegisters['v'], more: Partial<RowRegisters> = {}): RowRegisters => ({
  ...{ e: 'shot', id: 'one', b: stamp(1), v },
  ...more,
});

test('every kind that travels can be judged field by field', () => {
  for (const entity of entityNames.filter(travels)) expect(fieldSchemasOf(entity, 'clip')).toBeDefined();
});

describe('a value', () => {
  test('that its field may not hold is named, and no other', () => {
    expect(badFields(film, shot({ ...values, lensMm: 'fifty', mood: 7 }), null)).toEqual(['lensMm', 'mood']);
    expect(badFields(film, shot(values), null)).toEqual([]);
  });

  test('of a field that this version does not know, or that stays on its computer, is nobody’s concern', () => {
    expect(badFields(film, shot({ lensMm: 35, rehearsedAtMs: 'soon' }), null)).toEqual([]);
    const project: RowRegisters = { e: 'project', id: film, b: stamp(1), v: { sourcePath: 7 } };
    expect(badFields(film, project, null)).toEqual([]);
  });

  test('that says another id or project is one of them, and so is an id that is too long', () => {
    expect(badFields(film, shot({ id: 'two', projectId: 'another' }), null)).toEqual(['id', 'projectId']);
    expect(badFields(film, shot({}, { id: 'x'.repeat(81) }), null)).toEqual(['id']);
    expect(badFields(film, { e: 'project', id: 'another', b: stamp(1), v: {} }, null)).toEqual(['id']);
    expect(badFields(film, { e: 'export', id: 'one', b: stamp(1), v: {} }, null)).toEqual(['id']);
  });

  test('of an item is judged by what the item is', () => {
    const item = (v: RowRegisters['v']): RowRegisters => ({ e: 'item', id: 'i', b: stamp(1), v });
    expect(badFields(film, item({ opacity: 0.5 }), { kind: 'clip' })).toEqual([]);
    expect(badFields(film, item({ opacity: 0.5 }), { kind: 'gap' })).toEqual(['opacity']);
    expect(badFields(film, item({ kind: 'hologram' }), null)).toEqual(['kind']);
  });
});

describe('what the service takes', () => {
  test('is a new row when it is whole, but for what defaults stand in for', () => {
    const { lensMm: _lens, ...halved } = values;
    const { seed: _seed, ...older } = values;
    expect(refusedField(film, shot(values), null)).toBeNull();
    expect(refusedField(film, shot(older), null)).toBeNull();
    expect(refusedField(film, shot(halved), null)).toBe('lensMm');
    expect(missingField('shot', halved)).toBe('lensMm');
  });

  test('is a part of a row that it has, and what is left of one that is gone', () => {
    expect(refusedField(film, shot({ lensMm: 50 }), shot(values))).toBeNull();
    expect(refusedField(film, shot({}, { d: stamp(2) }), null)).toBeNull();
  });

  test('is a row that comes back when it is whole again', () => {
    const gone = shot({}, { d: stamp(2) });
    expect(refusedField(film, shot({ lensMm: 50 }, { b: stamp(3) }), gone)).not.toBeNull();
    expect(refusedField(film, shot(values, { b: stamp(3) }), gone)).toBeNull();
    expect(refusedField(film, shot({ lensMm: 50 }), gone)).toBeNull();
  });
});

test('a row without some fields keeps the stamps of the others', () => {
  const row = shot({ lensMm: 50, mood: 'calm' }, { s: { lensMm: stamp(3), mood: stamp(4) } });
  expect(withoutFields(row, ['lensMm'])).toEqual(shot({ mood: 'calm' }, { s: { mood: stamp(4) } }));
});
