import type { PlayerActivity, PlayerState } from './player.ts';

/** What a player says of itself, and who listens. */
export interface PlayerStateHolder {
  now(): PlayerState;
  change(next: Partial<PlayerState>): void;
  be(activity: PlayerActivity, speed?: number): void;
  listen(listener: () => void): () => void;
  deafen(): void;
}

export function createPlayerState(): PlayerStateHolder {
  const listeners = new Set<() => void>();
  let state: PlayerState = {
    activity: 'idle',
    speed: 0,
    sound: 'ready',
    problems: [],
    fontProblems: [],
    broken: null,
  };
  const change = (next: Partial<PlayerState>): void => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };
  return {
    now: () => state,
    change,
    be(activity, speed = 0) {
      if (state.activity !== activity || state.speed !== speed) change({ activity, speed });
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    deafen: () => listeners.clear(),
  };
}
