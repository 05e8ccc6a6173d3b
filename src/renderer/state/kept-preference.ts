import type { StoreApi } from 'zustand/vanilla';
import type { StudioClient } from '../../contract/contract.ts';
import type { JsonValue } from '../../domain/kernel/patch.ts';
import type { StudioState } from './studio-state.ts';

export interface KeptPreferenceSettings {
  readonly name: string;
  readonly client: Pick<StudioClient, 'studio'>;
  readonly state: StoreApi<StudioState>;
  /** How long it must have stood still before it is written. */
  readonly restMs: number;
}

/** A choice that changes often, as while a slider is dragged: written when it rests, read when it changes elsewhere. */
export interface KeptPreference {
  /** What the value becomes; asked when it is written, so that what others wrote meanwhile is there. */
  keep(next: (before: JsonValue | undefined) => JsonValue): void;
  /** Writes what waits. */
  flush(): void;
  /** Calls with what the studio has, now if it is known, and whenever it changes while nothing waits to be written. */
  follow(listener: (value: JsonValue | undefined) => void): () => void;
}

export function createKeptPreference({
  name,
  client,
  state,
  restMs,
}: KeptPreferenceSettings): KeptPreference {
  let waits: ((before: JsonValue | undefined) => JsonValue) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const read = (): JsonValue | undefined => state.getState().preferences[name];
  const flush = (): void => {
    clearTimeout(timer);
    const next = waits;
    waits = null;
    // Before the studio has told what it has, there is nothing that a person could have meant to change.
    if (next === null || !state.getState().preferencesKnown) return;
    const value = next(read());
    if (JSON.stringify(value) === JSON.stringify(read())) return;
    state.setState(({ preferences }) => ({ preferences: { ...preferences, [name]: value } }));
    // How a person watches is no reason to interrupt them: where it cannot be kept, it holds for this window.
    client.studio.setPreference({ name, value: value as never }).catch(() => undefined);
  };
  return {
    keep(next) {
      waits = next;
      clearTimeout(timer);
      timer = setTimeout(flush, restMs);
    },
    flush,
    follow(listener) {
      let told: string | undefined;
      const tell = (): void => {
        if (!state.getState().preferencesKnown || waits !== null) return;
        const value = read();
        const as = JSON.stringify(value);
        if (as === told) return;
        told = as;
        listener(value);
      };
      tell();
      return state.subscribe(tell);
    },
  };
}
