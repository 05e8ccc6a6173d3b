import { describe, expect, it } from 'vitest';
import { unwrap } from '../../domain/kernel/result.ts';
import type { KeyStore } from './key-store.ts';

export interface KeyStoreUnderTest {
  /** Opens it anew, as the next start would. */
  open(): KeyStore;
  cleanup(): void;
}

/** What every store that takes keys does. `lasts` says whether a key set with consent is there at the next start. */
export function describeKeyStore(name: string, lasts: boolean, prepare: () => KeyStoreUnderTest): void {
  describe(name, () => {
    const withStore = async (use: (under: KeyStoreUnderTest) => Promise<void>): Promise<void> => {
      const under = prepare();
      try {
        await use(under);
      } finally {
        under.cleanup();
      }
    };

    it('has no key at first, and says how it would keep one', () =>
      withStore(async ({ open }) => {
        const store = open();
        expect(await store.get('fal')).toBeNull();
        const facts = await store.describe('fal');
        expect(facts.kept).toBeNull();
        expect(['system', 'session', 'file']).toContain(facts.wouldBeKept);
      }));

    it('keeps each provider’s key by itself, and replaces it', () =>
      withStore(async ({ open }) => {
        const store = open();
        unwrap(await store.set('fal', 'first', false));
        unwrap(await store.set('other', 'second', false));
        unwrap(await store.set('fal', 'third', false));
        expect([await store.get('fal'), await store.get('other')]).toEqual(['third', 'second']);
        const facts = await store.describe('fal');
        expect(facts.kept).toBe(facts.wouldBeKept);
      }));

    it('forgets a key, and forgetting none is fine', () =>
      withStore(async ({ open }) => {
        const store = open();
        unwrap(await store.set('fal', 'first', true));
        unwrap(await store.remove('fal'));
        unwrap(await store.remove('fal'));
        expect(await store.get('fal')).toBeNull();
        expect((await store.describe('fal')).kept).toBeNull();
        expect(await open().get('fal')).toBeNull();
      }));

    it(`${lasts ? 'has' : 'does not have'} a key that was set with consent at the next start`, () =>
      withStore(async ({ open }) => {
        unwrap(await open().set('fal', 'first', true));
        expect(await open().get('fal')).toBe(lasts ? 'first' : null);
      }));
  });
}
