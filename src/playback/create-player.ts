import { frameFlicks } from '../domain/kernel/time.ts';
import { timelineDurationFlicks } from '../domain/timeline/queries.ts';
import { type Loop, nowMs, positionAt, type Run } from './clock/film-clock.ts';
import { shuttleSpeed, topSpeed } from './clock/shuttle.ts';
import type { Player, PlayerActivity, PlayerSettings, PlayerState, PlayerStats } from './player.ts';
import type { FromScreen, ScreenStats } from './screen/messages.ts';
import { openScreenLink } from './screen-link.ts';
import { openSoundOutput } from './sound/sound-output.ts';
import { createSoundTrack } from './sound/sound-track.ts';

/** How far ahead of the clock a run is set going: time for its message to reach the worker. */
const leadMs = 25;
const tendEveryMs = 200;

/**
 * Makes a player for a canvas. Needs what `supportsPlayback` asks for. The worker starts at once and draws nothing until
 * the first `seek`. Dispose of it when its canvas goes.
 */
export function createPlayer(settings: PlayerSettings): Player {
  const { index } = settings;
  const timeListeners = new Set<(flicks: number) => void>();
  const stateListeners = new Set<() => void>();
  let state: PlayerState = {
    activity: 'idle',
    speed: 0,
    sound: 'ready',
    problems: [],
    fontProblems: [],
    broken: null,
  };
  let screenStats: ScreenStats = {
    framesDrawn: 0,
    framesDropped: 0,
    lateMs: 0,
    drawMs: 0,
    cacheBytes: 0,
    openLanes: 0,
  };
  let seekMs: number | null = null;
  let stalls = 0;
  /** Where the playhead stands while nothing runs. */
  let standsAt = 0;
  let run: Run | null = null;
  let loop: Loop | null = null;
  /** Counts what the screen was asked for: answers to what is out of date are passed over. */
  let serial = 0;
  let askedAtMs = 0;
  let shown = true;
  let toldFrame = -1;
  let animation = 0;
  let disposed = false;
  /** The timeline changed under a run: where that changes what is heard, it is planned anew with the next tending. */
  let soundIsStale = false;
  const primed = new Map<number, () => void>();
  const settledWaiters: (() => void)[] = [];

  const frame = (): number => frameFlicks(index().rate);
  const endFlicks = (): number => timelineDurationFlicks(index());
  const lastFrame = (): number => Math.max(0, Math.ceil(endFlicks() / frame() - 1) * frame());
  const onGrid = (flicks: number): number =>
    Math.min(lastFrame(), Math.max(0, Math.floor(flicks / frame() + 1e-6) * frame()));

  const change = (next: Partial<PlayerState>): void => {
    state = { ...state, ...next };
    for (const listener of stateListeners) listener();
  };
  const be = (activity: PlayerActivity, speed = 0): void => {
    if (state.activity !== activity || state.speed !== speed) change({ activity, speed });
  };
  const position = (): number => (run === null ? standsAt : onGrid(positionAt(run, nowMs()).flicks));
  const tellTime = (): void => {
    const now = position();
    if (now === toldFrame) return;
    toldFrame = now;
    for (const listener of timeListeners) listener(now);
  };

  const sound = createSoundTrack({
    index,
    openOutput: settings.openSound ?? openSoundOutput,
    read: (wanted) => link.readSound(wanted),
    onState: (next) => change({ sound: next }),
    onWoken: () => {
      if (run !== null) start(run.speed);
    },
  });

  /** Nobody need wait for a frame any more: it is there, or playing took its place. */
  const arrive = (): void => {
    shown = true;
    for (const resolve of settledWaiters.splice(0)) resolve();
  };

  const receive = (message: FromScreen): void => {
    switch (message.kind) {
      case 'shown':
        if (message.serial !== serial) return;
        seekMs = nowMs() - askedAtMs;
        arrive();
        return;
      case 'primed':
        primed.get(message.serial)?.();
        primed.delete(message.serial);
        return;
      case 'waiting':
        if (message.serial === serial && message.waits && run !== null) {
          stalls++;
          start(run.speed);
        }
        return;
      case 'stats':
        screenStats = message.stats;
        return;
      case 'problem': {
        change({ problems: [...state.problems, message.problem] });
        const words = settings.slateOf?.(message.problem) ?? null;
        const { assetId } = message.problem;
        if (words !== null) link.tell({ kind: 'name', assetId, name: words.title, note: words.note });
        return;
      }
      case 'broken':
        change({ broken: message.reason });
        return;
      case 'problem-with-font':
        change({ fontProblems: [...state.fontProblems, message.reason] });
        return;
      case 'sound':
      case 'snapshot':
        return;
    }
  };
  const link = openScreenLink({
    canvas: settings.canvas,
    index: index(),
    mediaAddress: settings.mediaAddress,
    onMessage: receive,
  });
  link.tell({ kind: 'size', widthPx: settings.widthPx, heightPx: settings.heightPx });

  /** Ends what runs; the playhead stands where it was. */
  const halt = (): void => {
    standsAt = position();
    run = null;
    sound.stop();
    cancelAnimationFrame(animation);
  };
  const show = (flicks: number): void => {
    standsAt = onGrid(flicks);
    askedAtMs = nowMs();
    shown = false;
    link.tell({ kind: 'show', flicks: standsAt, serial: ++serial });
    tellTime();
  };
  const finish = (at: number): void => {
    halt();
    be('idle');
    show(at);
  };

  const start = (speed: number): void => {
    halt();
    soundIsStale = false;
    be('buffering', speed);
    const mine = ++serial;
    arrive();
    const planned: Run = { startFlicks: standsAt, startMs: nowMs(), speed, loop, endFlicks: endFlicks() };
    const screenReady = new Promise<void>((resolve) => primed.set(mine, resolve));
    link.tell({ kind: 'prime', run: planned, serial: mine });
    void Promise.all([screenReady, sound.prime(planned)]).then(() => {
      if (mine !== serial || disposed) return;
      run = { ...planned, startMs: nowMs() + sound.begin(leadMs) };
      link.tell({ kind: 'run', run, serial: mine });
      be('playing', speed);
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
    if (soundIsStale && !(run.endFlicks === endFlicks() && sound.isCurrent(run, now))) {
      start(run.speed);
      return;
    }
    soundIsStale = false;
    const drift = sound.tend(run, now);
    if (drift === 0) return;
    // What is heard leads: the picture follows its clock.
    run = { ...run, startMs: run.startMs + drift };
    link.tell({ kind: 'run', run, serial });
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

  const play = (speed = 1): void => {
    if (disposed || speed === 0 || endFlicks() === 0) return;
    const wanted = Math.max(-topSpeed, Math.min(topSpeed, speed));
    const at = position();
    halt();
    if (wanted > 0 && at >= lastFrame()) standsAt = loop?.inFlicks ?? 0;
    if (wanted < 0 && at <= 0) standsAt = lastFrame();
    start(wanted);
  };
  const pause = (): void => {
    if (state.activity === 'idle') return;
    halt();
    be('idle');
    show(standsAt);
  };
  const moves = (): boolean => state.activity === 'playing' || state.activity === 'buffering';

  return {
    state: () => state,
    positionFlicks: position,
    play,
    pause,
    toggle: () => (moves() ? pause() : play()),
    shuttle(key, stopHeld = false) {
      const speed = shuttleSpeed(moves() ? state.speed : 0, key, stopHeld);
      if (speed === 0) pause();
      else play(speed);
    },
    seek(flicks) {
      const { speed } = state;
      const wasMoving = moves();
      halt();
      if (!wasMoving) {
        be('idle');
        return show(flicks);
      }
      standsAt = onGrid(flicks);
      tellTime();
      start(speed);
    },
    scrub(flicks) {
      if (state.activity !== 'scrubbing') halt();
      be('scrubbing');
      show(flicks);
    },
    endScrub() {
      if (state.activity === 'scrubbing') be('idle');
    },
    stepFrames(count) {
      const at = position() + count * frame();
      halt();
      be('idle');
      show(at);
    },
    setLoop(next) {
      loop = next;
      if (run !== null) start(run.speed);
    },
    setVolume: (volume) => sound.setVolume(volume),
    setCaptions: (isShown) => link.tell({ kind: 'captions', shown: isShown }),
    resize: (widthPx, heightPx) => link.tell({ kind: 'size', widthPx, heightPx }),
    timelineChanged(patch) {
      link.sendRows(index(), patch);
      if (run !== null) soundIsStale = true;
      else if (standsAt > lastFrame()) show(lastFrame());
    },
    retry(assetId) {
      change({ problems: state.problems.filter((problem) => problem.assetId !== assetId) });
      const address = new URL(settings.mediaAddress(assetId), document.baseURI).href;
      link.tell({ kind: 'retry', assetId, address });
    },
    onTime(listener) {
      timeListeners.add(listener);
      return () => timeListeners.delete(listener);
    },
    onState(listener) {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },
    stats: (): PlayerStats => ({ ...screenStats, seekMs, stalls }),
    snapshot: () => link.snapshot(),
    settled: () => (shown ? Promise.resolve() : new Promise((resolve) => settledWaiters.push(resolve))),
    dispose() {
      if (disposed) return;
      disposed = true;
      halt();
      clearInterval(tending);
      sound.close();
      link.close();
      for (const resolve of settledWaiters.splice(0)) resolve();
      timeListeners.clear();
      stateListeners.clear();
    },
  };
}
