import { deriveId } from '../kernel/derive-id.ts';
import { CastId, type ProjectId } from '../kernel/ids.ts';
import { keysBetween } from '../kernel/order.ts';
import { hasWords } from '../scenes/language/text-range.ts';
import { capitaliseFirst, titleCaseName, wordsOf } from '../scenes/language/words.ts';
import { isSpeechKind, type SourceBlock } from '../scenes/not-filmed.ts';
import { attributeSpeech, unknownVoice } from './attribute-speech.ts';
import { type CharacterCue, parseCharacterCue } from './character-cue.ts';
import { findAges } from './find-ages.ts';
import { findIntroductions } from './find-introductions.ts';
import { findProseNames } from './find-prose-names.ts';
import { inferGenders } from './infer-genders.ts';
import { type Gender, personNouns } from './lexicon.ts';
import { type Casting, type Person, personKey } from './person.ts';
import { indexPeople, type PersonIndex } from './person-index.ts';

interface Sketch {
  readonly key: string;
  readonly name: string;
  readonly common: boolean;
  description: string | null;
  gender: Gender | null;
  /** Said by the introduction. */
  voiceNoted: boolean;
  spokenOn: number;
  spokenOff: number;
  seen: boolean;
}

/** The id of a cast member; a rename by hand keeps it, because the text's name is what it derives from. */
export function castIdOf(projectId: ProjectId, key: string): CastId {
  return CastId.parse(deriveId('cast', projectId, key));
}

/** Everybody in a text: who speaks, who is introduced, whom prose names; and who says what in its prose. Pure. */
export function findCasting(projectId: ProjectId, blocks: readonly SourceBlock[]): Casting {
  const sketches = new Map<string, Sketch>();
  const sketch = (key: string, name: string, common = false): Sketch => {
    const known = sketches.get(key);
    if (known !== undefined) return known;
    const fresh: Sketch = {
      key,
      name,
      common,
      description: null,
      gender: null,
      voiceNoted: false,
      spokenOn: 0,
      spokenOff: 0,
      seen: false,
    };
    sketches.set(key, fresh);
    return fresh;
  };
  let cued = false;
  for (const block of blocks) {
    // Only a name and its lines belong together: whatever stands between, empty or not, ends the speech.
    if (!isSpeechKind(block.kind)) cued = false;
    if (!hasWords(block.text)) continue;
    const spoken = block.kind === 'dialogue' || block.kind === 'lyric';
    if (spoken && !cued) sketch(unknownVoice, unknownVoice.toUpperCase()).voiceNoted = true;
    cued ||= block.kind === 'character';
    if (block.kind === 'character') countCue(sketch, parseCharacterCue(block.text));
    else if (block.kind === 'action') {
      for (const { key, name, description, voiceOnly } of findIntroductions(block.text)) {
        const person = sketch(key, name);
        person.description ??= description;
        person.voiceNoted ||= voiceOnly;
      }
    }
  }
  const prose = blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'quote');
  const paragraphs = prose.map(({ text }) => text);
  for (const name of findProseNames(paragraphs)) sketch(personKey(name), name);
  const narration = blocks
    .filter(({ kind }) => kind === 'action' || kind === 'paragraph')
    .map(({ text }) => text);
  const index = indexPeople(sketches.values());
  const genders = inferGenders(narration, index);
  const { common, speakers } = attributeSpeech(paragraphs, index, genders);
  for (const person of common) {
    if (!person.speaks && (person.acts < 2 || person.key === 'child')) continue;
    const added = sketch(person.key, capitaliseFirst(person.key), true);
    added.description ??= spellOwner(person.description, sketches);
    added.gender = person.gender;
    added.voiceNoted = person.voiceOnly;
  }
  for (const [key, age] of findAges(paragraphs, index)) {
    const person = sketches.get(key);
    if (person !== undefined) person.description ??= age;
  }
  for (const person of sketches.values()) {
    person.gender ??= genders.get(person.key) ?? personNouns.get(person.key.split(' ').at(-1) ?? '') ?? null;
  }
  markSeen(narration, index, sketches);
  return castingOf(projectId, [...sketches.values()], prose, speakers);
}

function countCue(sketch: (key: string, name: string) => Sketch, cue: CharacterCue): void {
  const person = sketch(personKey(cue.name), cue.name);
  if (cue.offScreen) person.spokenOff++;
  else person.spokenOn++;
}

/** Named in the action outside brackets, so that they are in the picture at some time. */
function markSeen(texts: readonly string[], index: PersonIndex, sketches: ReadonlyMap<string, Sketch>): void {
  for (const text of texts) {
    for (const { key } of index.mentions(wordsOf(text))) {
      const person = sketches.get(key);
      if (person !== undefined) person.seen = true;
    }
  }
}

function castingOf(
  projectId: ProjectId,
  sketches: readonly Sketch[],
  prose: readonly SourceBlock[],
  speakers: readonly (readonly string[])[],
): Casting {
  const keys = keysBetween(null, null, sketches.length);
  const isVoice = (s: Sketch): boolean => s.voiceNoted || (s.spokenOff > 0 && s.spokenOn === 0 && !s.seen);
  const people = new Map<string, Person>(
    sketches.map((s) => [
      s.key,
      { key: s.key, name: s.name, gender: s.gender, voiceOnly: isVoice(s), common: s.common },
    ]),
  );
  return {
    members: sketches.map((s, i) => ({
      id: castIdOf(projectId, s.key),
      projectId,
      order: keys[i] ?? '',
      name: s.name,
      description: s.description,
      voiceOnly: isVoice(s),
      referenceAssetIds: [],
      voice: null,
      editedFields: [],
    })),
    people,
    speakers: new Map(prose.map((block, i) => [block.id, speakers[i] ?? []])),
  };
}

/** "tomas's grandmother" → "Tomas's grandmother". */
function spellOwner(description: string | null, sketches: ReadonlyMap<string, Sketch>): string | null {
  const owner = /^(.+)'s [\p{L}]+$/u.exec(description ?? '')?.[1];
  const person = owner === undefined ? undefined : sketches.get(owner);
  return person === undefined || description === null || owner === undefined
    ? description
    : `${titleCaseName(person.name)}${description.slice(owner.length).replace("'s", '’s')}`;
}
