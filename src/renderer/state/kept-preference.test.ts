import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { JsonValue } from '../../domain/kernel/patch.ts';
import { createKeptPreference, type KeptPreferenceSettings } from './kept-preference.ts';
import type { StudioState } from './studio-state.ts';

function open(known = true) {
  const state = createStore<StudioState>(
    () => ({ preferences: {}, preferencesKnown: known }) as unknown as StudioState,
  );
  const written: JsonValue[] = [];
  const client = {
    studio: {
      setPreference: ({ value }: { value: JsonValue }) => {
        written.push(value);
        return Promise.resolve({});
      },
    },
  } as unknown as KeptPreferenceSettings['client'];
  const kept = createKeptPreference({ name: 'viewer', client, state, restMs: 60_000 });
  const tell = (value: JsonValue): void =>
    state.setState({ preferences: { viewer: value }, preferencesKnown: true });
  return { kept, state, written, tell };
}

test('what changes often is written once, as it was last, and not again where it is the same', () => {
  const { kept, written, state } = open();
  for (const volume of [0.9, 0.5, 0.2]) kept.keep(() => ({ volume }));
  expect(written).toEqual([]);
  kept.flush();
  kept.flush();
  kept.keep(() => ({ volume: 0.2 }));
  kept.flush();
  expect(written).toEqual([{ volume: 0.2 }]);
  expect(state.getState().preferences['viewer']).toEqual({ volume: 0.2 });
});

test('what another window writes meanwhile is there when this one adds to it', () => {
  const { kept, written, tell } = open();
  kept.keep((before) => ({ ...(before as object), mine: 1 }));
  tell({ theirs: 2 });
  kept.flush();
  expect(written).toEqual([{ theirs: 2, mine: 1 }]);
});

test('what the studio has is told once it is known, and when it changes; not over what a person changes here', () => {
  const { kept, tell } = open(false);
  const told: unknown[] = [];
  kept.follow((value) => told.push(value));
  expect(told).toEqual([]);
  tell('first');
  tell('first');
  tell('second');
  kept.keep(() => 'mine');
  tell('theirs');
  expect(told).toEqual(['first', 'second']);
});

test('nothing is written over what the studio has not told yet', () => {
  const { kept, written } = open(false);
  kept.keep(() => 'mine');
  kept.flush();
  expect(written).toEqual([]);
});
