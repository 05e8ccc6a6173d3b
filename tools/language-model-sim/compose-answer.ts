/** A story as a request carries it, read back by the stand-in. */
interface ToldScene {
  readonly scene: number;
  readonly heading: string;
  readonly pieces: { readonly number: number; readonly text: string }[];
}

export function scenesOf(text: string): ToldScene[] {
  const scenes: ToldScene[] = [];
  for (const line of text.split('\n')) {
    const scene = /^scene (\d+): (.*)$/.exec(line);
    const piece = /^\[(\d+)\] (.*)$/.exec(line);
    if (scene !== null) scenes.push({ scene: Number(scene[1]), heading: scene[2] ?? '', pieces: [] });
    else if (piece !== null) scenes.at(-1)?.pieces.push({ number: Number(piece[1]), text: piece[2] ?? '' });
  }
  return scenes;
}

const sizes = ['wide', 'medium', 'close'] as const;

/** A good answer: two pieces to a shot, a speech by itself. The same text gives the same answer. */
export function composeAnswer(text: string) {
  const cast = new Map<string, string>();
  const scenes = scenesOf(text).map(({ scene, heading, pieces }) => {
    const shots: { from: number; to: number; words: string; speaker: string | null }[] = [];
    for (const { number, text: words } of pieces) {
      const speaker = /^([\p{Lu}][\p{L}' .-]{1,30}?)(?: \([^)]*\))?: "/u.exec(words)?.[1] ?? null;
      if (speaker !== null) cast.set(speaker, `${speaker} in a heavy coat, grey eyes`);
      const last = shots.at(-1);
      if (last !== undefined && last.from === last.to && speaker === null && last.speaker === null) {
        last.to = number;
        last.words += ` ${words}`;
      } else shots.push({ from: number, to: number, words, speaker });
    }
    return {
      scene,
      place: `Place ${scene}`,
      setting: 'interior',
      timeOfDay: 'night',
      mood: 'tense',
      synopsis: `What happens under ${heading}.`,
      shots: shots.map(({ from, to, words, speaker }, i) => ({
        from,
        to,
        kind: speaker === null ? 'action' : 'dialogue',
        size: sizes[i % sizes.length],
        angle: 'eye',
        move: 'static',
        description: `Seen by the model: ${words.slice(0, 160)}`,
        subject: null,
        characters: speaker === null ? [] : [speaker],
        seconds: 5,
      })),
    };
  });
  return {
    scenes,
    cast: [...cast].map(([name, description]) => ({ name, description, voiceOnly: false })),
    places: scenes.map(({ place }) => ({ name: place, description: `${place}, low light` })),
  };
}
