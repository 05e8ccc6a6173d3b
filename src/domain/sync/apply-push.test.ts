import { describe, expect, test } from 'vitest';
import { formatHlc } from '../kernel/hlc.ts';
import { applyPush, type KeptRow, registersAfter } from './apply-push.ts';
import { mergeRows } from './merge-rows.ts';
import { type RowRegisters, rowKey } from './row-registers.ts';

const at = (ms: number, device: string): string => formatHlc({ ms, counter: 0, device });
const born = at(1, 'aaaa');
const shot = (v: RowRegisters['v'], s?: RowRegisters['s'], d?: string): RowRegisters => ({
  e: 'shot',
  id: 'shot-1',
  b: born,
  v,
  ...(s === undefined ? {} : { s }),
  ...(d === undefined ? {} : { d }),
});

function service(): {
  push(device: string, cursor: number, ...rows: RowRegisters[]): ReturnType<typeof applyPush>;
  pull(after: number): RowRegisters[];
} {
  const kept = new Map<string, KeptRow>();
  let head = 0;
  return {
    push(device, cursor, ...rows) {
      const applied = applyPush(kept, { device, cursor, rows }, head);
      for (const row of applied.changed) kept.set(rowKey(row.registers), row);
      head = applied.head;
      return applied;
    },
    pull: (after) =>
      [...kept.values()]
        .sort((a, b) => a.seq - b.seq)
        .map((row) => registersAfter(row, after))
        .filter((row) => row !== null),
  };
}

describe('a push', () => {
  test('gives every row that changes the next number, and nothing to what is the same', () => {
    const { push, pull } = service();
    const other: RowRegisters = { ...shot({ mood: 'x' }), id: 'shot-2' };
    expect(push('aaaa', 0, shot({ mood: 'calm', lensMm: 35 }), other).head).toBe(2);
    expect(push('aaaa', 0, shot({ mood: 'calm', lensMm: 35 })).head).toBe(2);
    expect(push('bbbb', 2, shot({ mood: 'tense' }, { mood: at(2, 'bbbb') })).head).toBe(3);
    expect(pull(0).map(({ id }) => id)).toEqual(['shot-2', 'shot-1']);
    expect(pull(2)).toEqual([shot({ mood: 'tense' }, { mood: at(2, 'bbbb') })]);
    expect(pull(3)).toEqual([]);
  });

  test('tells of what was not seen: the newer one stands, whoever comes last', () => {
    const { push } = service();
    push('aaaa', 0, shot({ mood: 'calm', lensMm: 35 }));
    push('bbbb', 1, shot({ mood: 'tense' }, { mood: at(5, 'bbbb') }));
    const older = push('aaaa', 1, shot({ mood: 'dark' }, { mood: at(4, 'aaaa') }));
    expect(older.overwrote).toEqual([]);
    expect(older.changed).toEqual([]);
    expect(older.beaten).toEqual([
      {
        e: 'shot',
        id: 'shot-1',
        field: 'mood',
        loser: 'dark',
        loserStamp: at(4, 'aaaa'),
        winner: 'tense',
        winnerStamp: at(5, 'bbbb'),
      },
    ]);
    const newer = push('cccc', 1, shot({ mood: 'gay' }, { mood: at(6, 'cccc') }));
    expect(newer.overwrote).toMatchObject([{ loser: 'tense', winner: 'gay' }]);
    expect(newer.beaten).toEqual([]);
    const seen = push('bbbb', 3, shot({ mood: 'still' }, { mood: at(7, 'bbbb') }));
    expect([...seen.beaten, ...seen.overwrote]).toEqual([]);
  });

  test('equal values and what programs note make no conflict', () => {
    const { push } = service();
    push('aaaa', 0, shot({ mood: 'calm', origin: 'user' }));
    push('bbbb', 1, shot({ mood: 'x', origin: 'breakdown' }, { mood: at(2, 'bbbb'), origin: at(2, 'bbbb') }));
    const again = push(
      'cccc',
      1,
      shot({ mood: 'x', origin: 'user' }, { mood: at(3, 'cccc'), origin: at(3, 'cccc') }),
    );
    expect([...again.beaten, ...again.overwrote]).toEqual([]);
  });

  test('a deletion that had not seen an edit, and an edit that had not seen a deletion, are told with the whole row', () => {
    const first = service();
    first.push('aaaa', 0, shot({ mood: 'calm', lensMm: 35 }));
    first.push('bbbb', 1, shot({ mood: 'tense' }, { mood: at(5, 'bbbb') }));
    const whole = { field: null, loser: { mood: 'tense', lensMm: 35 }, winner: null };
    expect(first.push('aaaa', 1, shot({}, undefined, at(3, 'aaaa'))).overwrote).toMatchObject([
      { ...whole, loserStamp: at(5, 'bbbb'), winnerStamp: at(3, 'aaaa') },
    ]);
    const second = service();
    second.push('aaaa', 0, shot({ mood: 'calm', lensMm: 35 }));
    second.push('aaaa', 1, shot({}, undefined, at(3, 'aaaa')));
    expect(second.push('bbbb', 1, shot({ mood: 'tense' }, { mood: at(5, 'bbbb') })).beaten).toMatchObject([
      { ...whole, loserStamp: at(5, 'bbbb'), winnerStamp: at(3, 'aaaa') },
    ]);
    const seen = service();
    seen.push('aaaa', 0, shot({ mood: 'calm' }));
    seen.push('bbbb', 1, shot({ mood: 'tense' }, { mood: at(5, 'bbbb') }));
    expect(seen.push('aaaa', 2, shot({}, undefined, at(6, 'aaaa'))).overwrote).toEqual([]);
  });

  test('a row that is brought back goes out whole', () => {
    const { push, pull } = service();
    push('aaaa', 0, shot({ mood: 'calm', lensMm: 35 }));
    push('bbbb', 1, shot({ lensMm: 85 }, { lensMm: at(9, 'bbbb') }));
    push('aaaa', 2, shot({}, undefined, at(3, 'aaaa')));
    const back = { ...shot({ mood: 'calm', lensMm: 35 }), b: at(6, 'aaaa') };
    push('aaaa', 3, back);
    expect(pull(3)).toEqual([
      mergeRows(back, shot({ lensMm: 85 }, { lensMm: at(9, 'bbbb') }, at(3, 'aaaa'))),
    ]);
  });
});
