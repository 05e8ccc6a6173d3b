import type { ShotSize } from '../shot.ts';
import { choiceOf, nearer, type Setup, setup } from './setup.ts';

export interface SpeechAsk {
  /** Number of speeches before this one in the same talk. */
  readonly turn: number;
  /** Somebody else is in the scene to talk to. */
  readonly hasListener: boolean;
  /** The speaker is out of the picture: the camera is on who listens, or on the thing the voice comes from. */
  readonly offScreen: 'no' | 'listener' | 'device' | 'place';
  readonly text: string;
  readonly parenthetical: string | null;
  /** 0 for the first piece of a long speech. */
  readonly piece: number;
}

const quiet = /\b(?:quiet|soft|whisper|low|gently|barely|breath|murmur|under)/i;
const loud = /\b(?:shout|yell|scream|loud|call|furious|angry|urgent)/i;

/** Coverage of a talk: both first, then over the shoulders, then singles that come nearer as it goes on. */
export function chooseSpeechSetup(ask: SpeechAsk): Setup {
  const choice = choiceOf(ask.text);
  if (ask.offScreen === 'device')
    return setup(ask.turn > 2 ? 'extreme-close' : 'close', choice % 2 === 0 ? 'eye' : 'high', 'push-in');
  if (ask.offScreen === 'place') return setup('medium-wide', 'eye', 'push-in');
  if (ask.offScreen === 'listener') {
    return setup(ladder(ask.turn + 1), 'eye', choice % 2 === 0 ? 'push-in' : 'static');
  }
  const voice = ask.parenthetical ?? '';
  if (loud.test(voice) || /!["”]?$/.test(ask.text))
    return setup(ask.turn === 0 ? 'medium-wide' : 'medium', 'low', 'handheld');
  const whisper = quiet.test(voice) ? 1 : 0;
  if (!ask.hasListener) return setup(nearer(lonely(ask.turn), whisper + ask.piece), 'eye', slowPush(choice));
  if (ask.turn === 0 && ask.piece === 0 && whisper === 0) return setup('medium-wide', 'eye', 'static');
  if (ask.turn < 3 && ask.piece === 0) return setup(nearer('medium', whisper), 'over-shoulder', 'static');
  return setup(nearer(ladder(ask.turn - 1 + ask.piece), whisper), 'eye', slowPush(choice));
}

/** Medium, then nearer every second turn; after the nearest the talk opens up again, so that it breathes. */
function ladder(turn: number): ShotSize {
  const steps: readonly ShotSize[] = ['medium', 'medium-close', 'close', 'medium-close', 'close', 'medium'];
  return steps[Math.max(0, turn) % steps.length] ?? 'medium';
}

/** Somebody who talks to nobody in the room, or to a voice: nearer with each of their lines. */
function lonely(turn: number): ShotSize {
  const steps: readonly ShotSize[] = ['medium-close', 'close', 'close', 'medium'];
  return steps[Math.floor(turn / 2) % steps.length] ?? 'medium-close';
}

function slowPush(choice: number): 'push-in' | 'static' {
  return choice % 3 === 0 ? 'push-in' : 'static';
}
