import { type Loop, nowMs, positionAt, type Run } from './clock/film-clock.ts';
import { goOn } from './clock/go-on.ts';
import type { FrameGrid } from './frame-grid.ts';
import type { PlayerStateHolder } from './player-state.ts';
import type { FromScreen } from './screen/messages.ts';
import type { ScreenLink } from './screen-link.ts';
import type { SoundTrack } from './sound/sound-track.ts';

export interface TransportSettings {
  readonly grid: FrameGrid;
  readonly state: PlayerStateHolder;
  readonly tell: ScreenLink['tell'];
  readonly sound: Pick<SoundTrack, 'prime' | 'begin' | 'tend' | 'revise' | 'stop'>;
}

/** The playhead and what moves it: it stands on a frame, or a run carries it. Picture and sound follow the same run. */
export interface Transport {
  /** Start of the frame that is due now. */
  position(): number;
  readonly runs: boolean;
  /** Runs from where the playhead stands, as soon as picture and sound are ready to. */
  start(speed: number): void;
  /** Ends what runs; the playhead stands where it was. */
  halt(): void;
  /** Puts the playhead somewhere without asking for its frame: playing will. */
  place(flicks: number): void;
  /** Puts it there and shows the frame. */
  show(flicks: number): void;
  readonly loop: Loop | null;
  setLoop(loop: Loop | null): void;
  /** The film under the playhead is another: what runs goes on in it. */
  filmChanged(): void;
  receive(message: Extract<FromScreen, { kind: 'shown' | 'primed' | 'waiting' }>): void;
  onTime(listener: (flicks: number) => void): () => void;
  settled(): Promise<void>;
  counts(): { readonly seekMs: number | null; readonly stalls: number };
  close(): void;
}

/** How far ahead of the clock a run is set going: time for its message to reach the worker. */
const leadMs = 25;
const tendEveryMs = 200;

export function createTransport({ grid, state, tell, sound }: TransportSettings): Transport {
  const timeListeners = new Set<(flicks: number) => void>();
  const settledWaiters: (() => void)[] = [];
  const primed = new Map<number, () => void>();
  /** Where the playhead stands while nothing runs. */
  let standsAt = 0;
  let run: Run | null = null;
  let loop: Loop | null = null;
  /** Counts what the screen was asked for: answers to what is out of date are passed over. */
  let serial = 0;
  let askedAtMs = 0;
  let seekMs: number | null = null;
  let stalls = 0;
  let shown = true;
  let toldFrame = -1;
  let animation = 0;
  let closed = false;
  /** Film or loop changed under a run: what is heard is planned anew with the next tending. */
  let isStale = false;

  const position = (): number => (run === null ? standsAt : grid.snap(positionAt(run, nowMs()).flicks));
  const tellTime = (): void => {
    const now = position();
    if (now === toldFrame) return;
    toldFrame = now;
    for (const listener of timeListeners) listener(now);
  };
  /** Nobody need wait for a frame any more: it is there, or playing took its place. */
  const arrive = (): void => {
    shown = true;
    for (const resolve of settledWaiters.splice(0)) resolve();
  };
  const halt = (): void => {
    standsAt = position();
    run = null;
    sound.stop();
    cancelAnimationFrame(animation);
  };
  const show = (flicks: number): void => {
    standsAt = grid.snap(flicks);
    askedAtMs = nowMs();
    shown = false;
    tell({ kind: 'show', flicks: standsAt, serial: ++serial });
    tellTime();
  };
  const finish = (at: number): void => {
    halt();
    state.be('idle');
    show(at);
  };
  const follow = (next: Run): void => {
    run = next;
    tell({ kind: 'run', run, serial });
  };

  const start = (speed: number): void => {
    halt();
    isStale = false;
    state.be('buffering', speed);
    const mine = ++serial;
    arrive();
    const planned: Run = { startFlicks: standsAt, startMs: nowMs(), speed, loop, endFlicks: grid.end() };
    const screenReady = new Promise<void>((resolve) => primed.set(mine, resolve));
    tell({ kind: 'prime', run: planned, serial: mine });
    void Promise.all([screenReady, sound.prime(planned)]).then(() => {
      if (mine !== serial || closed) return;
      follow({ ...planned, startMs: nowMs() + sound.begin(leadMs) });
      state.be('playing', speed);
      animation = requestAnimationFrame(animate);
    });
  };
  const tend = (): void => {
    if (run === null) return;
    const now = nowMs();
    const { ended, flicks } = positionAt(run, now);
    if (ended) {
      finish(flicks);
      return;
    }
    if (isStale) {
      isStale = false;
      const { run: next, movedMs } = goOn(run, { loop, endFlicks: grid.end() }, now);
      follow(next);
      sound.revise(next, movedMs, now);
    }
    const drift = sound.tend(run, now);
    // What is heard leads: the picture follows its clock.
    if (drift !== 0) follow({ ...run, startMs: run.startMs + drift });
  };
  const animate = (): void => {
    if (run === null) return;
    const { ended, flicks } = positionAt(run, nowMs());
    if (ended) {
      finish(flicks);
      return;
    }
    tellTime();
    animation = requestAnimationFrame(animate);
  };
  const tending = setInterval(tend, tendEveryMs);

  return {
    position,
    get runs() {
      return run !== null;
    },
    start,
    halt,
    place(flicks) {
      standsAt = grid.snap(flicks);
      tellTime();
    },
    show,
    get loop() {
      return loop;
    },
    setLoop(next) {
      if (loop?.inFlicks === next?.inFlicks && loop?.outFlicks === next?.outFlicks) return;
      loop = next;
      isStale = true;
      tend();
    },
    filmChanged() {
      if (run === null && state.now().activity !== 'buffering') {
        if (standsAt > grid.last()) show(grid.last());
        return;
      }
      isStale = true;
      // A film that grew goes on at its old end; one that was cut ends at its new one.
      if (run !== null && run.endFlicks !== grid.end()) tend();
    },
    receive(message) {
      if (message.kind === 'primed') {
        primed.get(message.serial)?.();
        primed.delete(message.serial);
      } else if (message.serial !== serial) return;
      else if (message.kind === 'shown') {
        seekMs = nowMs() - askedAtMs;
        arrive();
      } else if (message.waits && run !== null) {
        stalls++;
        start(run.speed);
      }
    },
    onTime(listener) {
      timeListeners.add(listener);
      return () => timeListeners.delete(listener);
    },
    settled: () => (shown ? Promise.resolve() : new Promise((resolve) => settledWaiters.push(resolve))),
    counts: () => ({ seekMs, stalls }),
    close() {
      closed = true;
      halt();
      clearInterval(tending);
      arrive();
      timeListeners.clear();
    },
  };
}
