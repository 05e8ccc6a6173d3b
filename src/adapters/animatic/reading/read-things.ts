import { findMeanings } from './match-words.ts';
import { type ThingKind, thingWords } from './things.ts';

const negations: readonly RegExp[] = [
  /\b(?:no|without|not an?|neither|nor)\s+(?:\p{L}+\s+)?\p{L}+/giu,
  /\b(?:the|her|his|their|a)\s+(?:\p{L}+\s+)?\p{L}+\s+(?:is|are|has|have)\s+(?:gone|vanished|missing|disappeared|lost)\b/giu,
  // Figures of speech and compounds whose parts are not there.
  /\b(?:like|as if)\s+an?\s+[^.,;]*/giu,
];

/** A shot's words without what it says is not there: "No ship", "the boat is gone", "like a slow star". */
export function presentText(text: string): string {
  return negations.reduce((kept, pattern) => kept.replace(pattern, ' '), text);
}

const paperHints = /\b(paper|folded|bill|teeth|nose|opens the boat|opened the boat|sailed out|sails out)\b/i;
const playsMusic = /\bplay\w*\s+(?:it|the|an?|her|his|their|badly|music|on)\b/i;

/** Things in the order they are named; a boat that fits between teeth is one of paper. */
export function readThings(text: string, whole: string): readonly ThingKind[] {
  const found = findMeanings(text, thingWords).map((kind) =>
    kind === 'rowing-boat' && paperHints.test(whole) ? 'paper-boat' : kind,
  );
  if (playsMusic.test(text) && !found.includes('horn')) found.push('horn');
  return [...new Set(found)];
}
