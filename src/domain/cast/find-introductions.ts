import { parseCharacterCue } from './character-cue.ts';
import { personKey } from './person.ts';

/** How the text introduces somebody: "MARA (60s, weathered hands)". */
export interface Introduction {
  readonly key: string;
  readonly name: string;
  readonly description: string | null;
  readonly voiceOnly: boolean;
}

const bracketed =
  /(?<![\p{L}\p{N}])(\p{Lu}[\p{Lu}\p{N}.'’-]*(?: [\p{Lu}\p{N}][\p{Lu}\p{N}.'’-]*){0,4})\s*\(([^()]{1,300})\)/gu;
const aged =
  /(?<![\p{L}\p{N}])(\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]*){0,3}),\s*((?:early |mid |late )?(?:\d{1,2}s?|teens?|twenties|thirties|forties|fifties|sixties|seventies|eighties)\b[^,.;()]*)/gu;
const voiceNote = /\b(?:voice only|only a voice|voice|v\.?o\.?|o\.?s\.?)\b/i;
const noIntroduction = /^(?:v\.?o\.?|o\.?s\.?|o\.?c\.?|cont'?d|continuing|beat|pause)$/i;

/** The introductions in a paragraph of action. The name is in capitals there, as the trade writes it. */
export function findIntroductions(text: string): Introduction[] {
  if (!/\p{Lu}{2}/u.test(text)) return [];
  const found: Introduction[] = [];
  for (const pattern of [bracketed, aged]) {
    for (const match of text.matchAll(pattern)) {
      const { name } = parseCharacterCue(match[1] ?? '');
      const words = (match[2] ?? '').replace(/\s+/g, ' ').trim();
      if (name.length < 2 || noIntroduction.test(words)) continue;
      const parts = words.split(/\s*[,;]\s*/).filter((part) => part !== '' && !voiceNote.test(part));
      found.push({
        key: personKey(name),
        name,
        description: parts.length === 0 ? null : parts.join(', '),
        voiceOnly: voiceNote.test(words),
      });
    }
  }
  return found;
}
