import type { ShotFacts } from '../../../state/shot-facts.ts';
import type { Catalogue } from '../../../words/catalogue.ts';
import type { Formats } from '../../../words/formats.ts';

/** What a screen reader says of a frame: "Shot 3A, medium close, push in, 4.2 s, done, 2 takes. Mara …". */
export function nameOfShot(
  facts: ShotFacts,
  words: Catalogue['shots'],
  formats: Formats,
  state: string = words.state[facts.state],
): string {
  const { shot, number, takes } = facts;
  return words.shotName({
    number,
    size: words.size[shot.size],
    move: words.move[shot.move],
    length: formats.duration(shot.durationFlicks),
    state,
    takes: words.takes(takes.length),
    description: shot.description,
  });
}
