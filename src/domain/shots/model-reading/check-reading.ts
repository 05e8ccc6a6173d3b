import type { CastMember } from '../../cast/cast-member.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { FrameRate } from '../../kernel/time.ts';
import type { Scene } from '../../scenes/scene.ts';
import { chooseLens } from '../camera/setup.ts';
import type { Shot } from '../shot.ts';
import { durationOf, speechSeconds } from '../shot-duration.ts';
import type { AnsweredScene, AnsweredShot } from './reading-answer.ts';
import type { ReadingPiece, ReadingStretch } from './reading-stretches.ts';
import { shortWords } from './short-words.ts';

/** A shot of a reading before it has its id and place. */
export type ReadShot = Omit<Shot, 'id' | 'order' | 'sceneId' | 'projectId'>;
/** What a reading says of the scene itself. */
export type ReadScene = Pick<Scene, 'setting' | 'place' | 'timeOfDay' | 'mood' | 'synopsis'>;

export interface CheckedStretch {
  readonly scene: ReadScene;
  readonly shots: readonly ReadShot[];
}

export interface CheckContext {
  readonly cast: readonly Pick<CastMember, 'name' | 'voiceOnly'>[];
  readonly rate: FrameRate;
  /** Number of the stretch's first piece in what the model was given. */
  readonly firstPiece: number;
}

/**
 * Holds an answer against what the rules found: every piece of the stretch is filmed by exactly one shot, in the order of the
 * text, and no shot films anything else. What is spoken, by whom, and every title stay as the rules read them; a shot in which
 * two people speak becomes two.
 */
export function checkReading(
  { scene, pieces }: ReadingStretch,
  answered: AnsweredScene | undefined,
  context: CheckContext,
): Result<CheckedStretch> {
  if (answered === undefined) return refuse('the answer leaves it out, or cannot be read there');
  const last = context.firstPiece + pieces.length - 1;
  let next = context.firstPiece;
  for (const { from, to } of answered.shots) {
    if (!Number.isInteger(from) || !Number.isInteger(to) || to < from)
      return refuse('a shot of the answer films nothing');
    if (from < context.firstPiece || to > last) return refuse('a shot of the answer films what is not there');
    if (from > next) return refuse('the answer leaves out words of the story');
    if (from < next) return refuse('the answer films the same words twice');
    next = to + 1;
  }
  if (next !== last + 1) return refuse('the answer leaves out words of the story');
  const read = readScene(scene, answered, pieces);
  const shots = answered.shots.flatMap((shot) =>
    groupsOf(pieces.slice(shot.from - context.firstPiece, shot.to - context.firstPiece + 1)).map((group) =>
      shotOf(group, shot, read, context),
    ),
  );
  return ok({ scene: read, shots });
}

function refuse(reason: string): Result<never> {
  return fail('reading.refused', reason);
}

/** Titles by themselves, and one speech in each of the others. */
function groupsOf(pieces: readonly ReadingPiece[]): ReadingPiece[][] {
  const groups: ReadingPiece[][] = [];
  for (const piece of pieces) {
    const group = groups.at(-1);
    const closed =
      group === undefined ||
      piece.fixed ||
      group.some(({ fixed }) => fixed) ||
      (piece.speaks && group.some(({ speaks }) => speaks));
    if (closed) groups.push([piece]);
    else group.push(piece);
  }
  return groups;
}

function shotOf(
  group: readonly ReadingPiece[],
  answered: AnsweredShot,
  scene: ReadScene,
  { cast, rate }: CheckContext,
): ReadShot {
  const lead = group.find(({ speaks }) => speaks) ?? group[0];
  const end = group.at(-1);
  if (lead === undefined || end === undefined) throw new Error('a shot films at least one piece');
  const { id: _id, order: _order, sceneId: _scene, projectId: _project, ...byRules } = lead.shot;
  if (lead.fixed) return byRules;
  const covers = group.flatMap((piece) => piece.covers);
  const { dialogue } = lead.speaks ? lead.shot : { dialogue: null };
  const { size, angle, move } = answered;
  const asked = Number.isFinite(answered.seconds) ? answered.seconds : 4;
  const seconds = dialogue === null ? asked : Math.max(asked, speechSeconds(dialogue.text));
  return {
    ...byRules,
    kind: kindOf(answered, dialogue !== null),
    size,
    angle,
    move,
    lensMm: chooseLens(size, angle, move),
    description: shortWords(answered.description, 600) ?? byRules.description,
    subject: shortWords(answered.subject, 120),
    characters: peopleOf(answered.characters, cast, dialogue?.offScreen === false ? dialogue.speaker : null),
    dialogue,
    setting: scene.setting,
    place: scene.place,
    timeOfDay: scene.timeOfDay,
    mood: scene.mood,
    durationFlicks: durationOf(seconds, rate),
    covers,
    // The script's own transition belongs to the last words before it.
    transitionOut:
      end.covers.at(-1) === end.shot.covers.at(-1) || endsShot(end) ? end.shot.transitionOut : 'cut',
  };
}

function endsShot({ covers, shot }: ReadingPiece): boolean {
  const [a, b] = [covers.at(-1), shot.covers.at(-1)];
  return a !== undefined && b !== undefined && a.blockId === b.blockId && a.end === b.end;
}

function kindOf({ kind }: AnsweredShot, speaks: boolean): Shot['kind'] {
  if (speaks) return 'dialogue';
  if (kind === 'dialogue') return 'reaction';
  return kind === 'title' ? 'action' : kind;
}

/** Known people under their own spelling; who is only heard is in no picture. */
function peopleOf(names: readonly string[], cast: CheckContext['cast'], speaker: string | null): string[] {
  const known = new Map(cast.map((member) => [member.name.toLowerCase(), member]));
  const said = speaker === null ? names : [...names, speaker];
  const members = said.flatMap((name) => known.get(name.trim().toLowerCase()) ?? []);
  return [...new Set(members.filter(({ voiceOnly }) => !voiceOnly).map(({ name }) => name))];
}

/** What a heading says stands; a model may say what the text leaves open. */
function readScene(scene: Scene, answered: AnsweredScene, pieces: readonly ReadingPiece[]): ReadScene {
  const shot = pieces[0]?.shot;
  const headed = /^(?:int|ext|est|i\/e)\b/i.test(scene.heading.trim());
  const written = headed && scene.place !== null;
  return {
    setting: scene.setting === 'unknown' && !written ? answered.setting : scene.setting,
    place: written ? scene.place : (shortWords(answered.place, 120) ?? scene.place ?? shot?.place ?? null),
    timeOfDay: scene.timeOfDay === 'unknown' ? answered.timeOfDay : scene.timeOfDay,
    mood: shortWords(answered.mood, 40) ?? scene.mood,
    synopsis: shortWords(answered.synopsis, 500) ?? scene.synopsis,
  };
}
