import { describe, expect, test } from 'vitest';
import { deriveId } from './derive-id.ts';

describe('deriveId', () => {
  test('is the same for the same parts and differs when a part border moves', () => {
    expect(deriveId('shot', 'abc', 1)).toBe(deriveId('shot', 'abc', 1));
    expect(deriveId('ab', 'c')).not.toBe(deriveId('a', 'bc'));
    expect(deriveId('shot', 'abc', 1)).toMatch(/^[0-9a-f]{32}$/);
  });

  test('a hundred thousand neighbours do not collide', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 100_000; i++) seen.add(deriveId('shot', 'block', i));
    expect(seen.size).toBe(100_000);
  });
});
