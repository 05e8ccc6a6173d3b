import type { Gender } from './lexicon.ts';

/** Who has been spoken of, newest last: what "she" and "he" mean at a point of the text. */
export class Discourse {
  #recent: string[] = [];
  readonly #genderOf: (key: string) => Gender | null;

  constructor(genderOf: (key: string) => Gender | null) {
    this.#genderOf = genderOf;
  }

  mention(key: string): void {
    this.#recent = this.#recent.filter((other) => other !== key);
    this.#recent.push(key);
    if (this.#recent.length > 12) this.#recent.shift();
  }

  /** Who a pronoun stands for: the newest of that gender, else the newest whose gender nothing tells. */
  resolve(gender: Gender, except: string | null = null): string | null {
    let unsure: string | null = null;
    for (let i = this.#recent.length - 1; i >= 0; i--) {
      const key = this.#recent[i];
      if (key === undefined || key === except) continue;
      const own = this.#genderOf(key);
      if (own === gender) return key;
      if (own === null) unsure ??= key;
    }
    return unsure;
  }

  latest(except: string | null = null): string | null {
    return this.#recent.findLast((key) => key !== except) ?? null;
  }

  /** A new scene: people of the scene before are only half remembered, so nothing is forgotten. */
  get recent(): readonly string[] {
    return this.#recent;
  }
}

/** The gender a pronoun speaks of; null for every other word. */
export function genderOfPronoun(lower: string): Gender | null {
  if (lower === 'she' || lower === 'her' || lower === 'hers' || lower === 'herself') return 'she';
  if (lower === 'he' || lower === 'him' || lower === 'his' || lower === 'himself') return 'he';
  return null;
}
