import { expect, test } from 'vitest';
import { fail, ok } from '../../domain/kernel/result.ts';
import { rememberCallers } from './remember-callers.ts';
import type { Caller } from './verify-token.ts';

test('a token is verified once, again when it has expired, and what was refused is never remembered', async () => {
  let nowMs = 0;
  const asked: string[] = [];
  const verify = rememberCallers(
    async (token = '') => {
      asked.push(token);
      const caller: Caller = {
        claims: { userId: token, sessionId: 's', organisation: null },
        plan: 'free',
        expiresAtMs: nowMs + 60_000,
      };
      return token === 'bad' ? fail('sync.signed-out', 'No.') : ok(caller);
    },
    () => nowMs,
    2,
  );
  for (const token of ['a', 'a', 'b', 'bad', 'bad']) await verify(token);
  expect(asked).toEqual(['a', 'b', 'bad', 'bad']);
  expect(await verify('b')).toMatchObject({ ok: true, value: { claims: { userId: 'b' } } });
  nowMs = 60_000;
  await verify('a');
  expect(asked.at(-1)).toBe('a');
  // Of two that are kept, the one that was verified longest ago makes room.
  await verify('c');
  await verify('b');
  expect(asked.slice(-2)).toEqual(['c', 'b']);
});
