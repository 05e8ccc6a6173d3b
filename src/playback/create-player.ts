import { shuttleSpeed, topSpeed } from './clock/shuttle.ts';
import { createFrameGrid } from './frame-grid.ts';
import type { Player, PlayerSettings, PlayerStats } from './player.ts';
import { createPlayerState } from './player-state.ts';
import type { FromScreen, ScreenStats } from './screen/messages.ts';
import { openScreenLink } from './screen-link.ts';
import { openSoundOutput } from './sound/sound-output.ts';
import { createSoundTrack } from './sound/sound-track.ts';
import { createTransport } from './transport.ts';

const nothingDrawn: ScreenStats = {
  framesDrawn: 0,
  framesDropped: 0,
  lateMs: 0,
  drawMs: 0,
  cacheBytes: 0,
  openLanes: 0,
};

/**
 * Makes a player for a canvas. Needs what `supportsPlayback` asks for. The worker starts at once and draws nothing until
 * the first `seek`. Dispose of it when its canvas goes.
 */
export function createPlayer(settings: PlayerSettings): Player {
  const { index } = settings;
  const grid = createFrameGrid(index);
  const state = createPlayerState();
  let screenStats = nothingDrawn;
  let scrubSound = false;
  let disposed = false;

  const receive = (message: FromScreen): void => {
    switch (message.kind) {
      case 'shown':
      case 'primed':
      case 'waiting':
        transport.receive(message);
        return;
      case 'stats':
        screenStats = message.stats;
        return;
      case 'problem': {
        const { problem } = message;
        state.change({ problems: [...state.now().problems, problem] });
        const words = settings.slateOf?.(problem) ?? null;
        if (words !== null)
          link.tell({ kind: 'name', assetId: problem.assetId, name: words.title, note: words.note });
        return;
      }
      case 'broken':
        state.change({ broken: message.reason });
        return;
      case 'problem-with-font':
        state.change({ fontProblems: [...state.now().fontProblems, message.reason] });
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
  const sound = createSoundTrack({
    index,
    openOutput: settings.openSound ?? openSoundOutput,
    read: link.readSound,
    onState: (next) => state.change({ sound: next }),
    onWoken: () => {
      if (transport.runs) transport.start(state.now().speed);
    },
  });
  const transport = createTransport({ grid, state, tell: link.tell, sound });

  const moves = (): boolean => ['playing', 'buffering'].includes(state.now().activity);
  /** Shows a frame, and lets it be heard if another one was there before. */
  const goTo = (flicks: number): void => {
    const before = transport.position();
    transport.show(flicks);
    const at = transport.position();
    if (scrubSound && at !== before) sound.audition(at);
  };
  const play = (speed = 1): void => {
    if (disposed || speed === 0 || grid.end() === 0) return;
    const wanted = Math.max(-topSpeed, Math.min(topSpeed, speed));
    transport.halt();
    if (wanted > 0 && transport.position() >= grid.last()) transport.place(transport.loop?.inFlicks ?? 0);
    if (wanted < 0 && transport.position() <= 0) transport.place(grid.last());
    transport.start(wanted);
  };
  const pause = (): void => {
    if (state.now().activity === 'idle') return;
    transport.halt();
    state.be('idle');
    transport.show(transport.position());
  };

  return {
    state: state.now,
    positionFlicks: transport.position,
    play,
    pause,
    toggle: () => (moves() ? pause() : play()),
    shuttle(key, stopHeld = false) {
      const speed = shuttleSpeed(moves() ? state.now().speed : 0, key, stopHeld);
      if (speed === 0) pause();
      else play(speed);
    },
    seek(flicks) {
      const { speed } = state.now();
      const wasMoving = moves();
      transport.halt();
      if (wasMoving) {
        transport.place(flicks);
        transport.start(speed);
        return;
      }
      state.be('idle');
      goTo(flicks);
    },
    scrub(flicks) {
      if (state.now().activity !== 'scrubbing') transport.halt();
      state.be('scrubbing');
      goTo(flicks);
    },
    endScrub() {
      if (state.now().activity === 'scrubbing') state.be('idle');
    },
    stepFrames(count) {
      transport.halt();
      state.be('idle');
      goTo(transport.position() + count * grid.frame());
    },
    setLoop: transport.setLoop,
    setVolume: sound.setVolume,
    setScrubSound(isOn) {
      scrubSound = isOn;
    },
    setCaptions: (isShown) => link.tell({ kind: 'captions', shown: isShown }),
    resize: (widthPx, heightPx) => link.tell({ kind: 'size', widthPx, heightPx }),
    timelineChanged(patch) {
      link.sendRows(index(), patch);
      transport.filmChanged();
    },
    retry(assetId) {
      state.change({ problems: state.now().problems.filter((problem) => problem.assetId !== assetId) });
      const address = new URL(settings.mediaAddress(assetId), document.baseURI).href;
      link.tell({ kind: 'retry', assetId, address });
    },
    onTime: transport.onTime,
    onState: state.listen,
    stats: (): PlayerStats => ({ ...screenStats, ...transport.counts() }),
    snapshot: link.snapshot,
    settled: transport.settled,
    dispose() {
      if (disposed) return;
      disposed = true;
      transport.close();
      sound.close();
      link.close();
      state.deafen();
    },
  };
}
