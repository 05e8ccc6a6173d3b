import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleRow } from '../../testing/builders/any-row.ts';
import { makeProject, makeScene, makeShot, makeTake, takeId } from '../../testing/builders/story-rows.ts';
import { assetId } from '../../testing/builders/timeline-rows.ts';
import type { CastMember } from '../cast/cast-member.ts';
import type { Place } from '../cast/place.ts';
import { buildShotRequests, type RequestSource } from '../jobs/build-requests.ts';
import type { GenerationRequest } from '../jobs/generation-request.ts';
import { requestDigest } from '../jobs/request-digest.ts';
import type { Project } from '../project/project.ts';
import type { Shot } from '../shots/shot.ts';
import { isCurrentTake, withSmallerStills } from './current-take.ts';
import type { Take } from './take.ts';

const models = {
  provider: 'far',
  stillModel: 'far-still',
  clipModel: 'far-clip',
  slate: false,
  mostReferences: 2,
};
const mostReferences = (): number => 2;

const member = (name: string, reference: number): CastMember =>
  sampleRow('cast', { name, description: `${name} looks so`, referenceAssetIds: [assetId(reference)] });
const place = (name: string, reference: number): Place =>
  sampleRow('place', { name, description: `${name} looks so`, referenceAssetIds: [assetId(reference)] });

const people = ['MARA', 'TOM', 'INES'] as const;
const places = ['KITCHEN', 'PIER'] as const;
const castRows = people.map((name, i) => member(name, i + 1));
const placeRows = places.map((name, i) => place(name, i + 11));

interface Film extends RequestSource {
  readonly takes: ReadonlyMap<string, Take>;
}

/** Shots with people and places of the lists, and paid takes of all as they are. */
const film = fc
  .array(
    fc.record({
      characters: fc.subarray([...people]),
      place: fc.option(fc.constantFrom(...places), { nil: null }),
      hasLine: fc.boolean(),
      promptOverride: fc.option(fc.constant('Written by hand.'), { nil: null, freq: 5 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((wishes): Film => {
    const source: RequestSource = {
      project: makeProject({ palette: 'teal', negativePrompt: 'text' }),
      scenes: [makeScene('one', 'a0')],
      cast: castRows,
      places: placeRows,
      shots: wishes.map(({ hasLine, ...fields }, i) =>
        makeShot(`s${i}`, `a${i}`, {
          ...fields,
          dialogue: hasLine
            ? { speaker: 'MARA', text: 'Not tonight.', parenthetical: null, offScreen: false }
            : null,
          chosenStillId: takeId(`s${i}-still`),
          chosenClipId: takeId(`s${i}-clip`),
        }),
      ),
    };
    const takes = source.shots.flatMap((shot, i) => {
      const requests = buildShotRequests(source, models, shot, undefined);
      const asked = (kind: 'still' | 'clip', asset: number): Take =>
        makeTake(`${shot.id}-${kind}`, shot.id, asset, {
          ...{ kind, provider: 'far', jobId: `job-${shot.id}-${kind}` as never, seed: requests.still.seed },
          model: kind === 'still' ? models.stillModel : models.clipModel,
          requestDigest: requestDigest(kind === 'still' ? requests.still : requests.clip(assetId(100 + i))),
        });
      return [asked('still', 100 + i), asked('clip', 200 + i)];
    });
    return { ...source, takes: new Map(takes.map((take) => [take.id, take])) };
  });

type Kind = 'still' | 'clip';

/** One edit of one field of one row, and which takes it is to make stale, by what a person would say it touches. */
interface Edit {
  readonly name: string;
  readonly to: (source: RequestSource) => RequestSource;
  readonly touches: (shot: Shot, kind: Kind) => boolean;
}

const ofProject = (fields: Partial<Project>, touches: Edit['touches']): Edit => ({
  name: `project ${Object.keys(fields).join()}`,
  to: (source) => ({ ...source, project: { ...source.project, ...fields } }),
  touches,
});
const composed = ({ promptOverride }: Shot): boolean => promptOverride === null;
const shows = ({ characters }: Shot, name: string): boolean => characters.includes(name);

function ofMember(name: string, fields: Partial<CastMember>, touches: Edit['touches']): Edit {
  return {
    name: `${name} ${Object.keys(fields).join()}`,
    to: (source) => ({
      ...source,
      cast: source.cast.map((row) => (row.name === name ? { ...row, ...fields } : row)),
    }),
    touches,
  };
}

function ofPlace(name: string, fields: Partial<Place>, touches: Edit['touches']): Edit {
  return {
    name: `${name} ${Object.keys(fields).join()}`,
    to: (source) => ({
      ...source,
      places: source.places.map((row) => (row.name === name ? { ...row, ...fields } : row)),
    }),
    touches,
  };
}

function ofShot(at: number, fields: Partial<Shot>, kinds: readonly Kind[]): Edit {
  return {
    name: `shot ${at} ${Object.keys(fields).join()}`,
    to: (source) => ({
      ...source,
      shots: source.shots.map((shot, i) => (i === at % source.shots.length ? { ...shot, ...fields } : shot)),
    }),
    touches: (shot, kind) => kinds.includes(kind) && shot.order.endsWith('*'),
  };
}

/** How many of its people's pictures a still with two looks at, a person's before a place's. */
const looksAt = (shot: Shot, name: string): boolean => shot.characters.slice(0, 2).includes(name);

const edit = fc.oneof(
  fc.constantFrom<Edit>(
    ofProject({ style: 'pastel' }, () => true),
    ofProject({ palette: 'rust' }, composed),
    ofProject({ lensWords: 'anamorphic' }, composed),
    ofProject({ negativePrompt: null }, () => true),
    ofProject({ heightPx: 1080, widthPx: 1920 }, () => true),
    ofProject({ fpsNum: 25 }, () => true),
    // What no picture shows.
    ofProject({ title: 'Another name' }, () => false),
    ofProject({ budgetUsdMicros: 5 }, () => false),
    ofProject({ stillsFirst: true }, () => false),
    {
      name: 'scene heading',
      to: (source) => ({ ...source, scenes: source.scenes.map((row) => ({ ...row, heading: 'EXT. SEA' })) }),
      touches: () => false,
    },
  ),
  fc.constantFrom(...people).chain((name) =>
    fc.constantFrom<Edit>(
      // Also where the prompt is written by hand: a drawing of the shot shows it, and a take is frozen with it.
      ofMember(name, { description: 'other clothes' }, (shot) => shows(shot, name)),
      ofMember(
        name,
        { referenceAssetIds: [assetId(55)] },
        (shot, kind) => kind === 'still' && looksAt(shot, name),
      ),
      ofMember(
        name,
        { voice: { provider: 'far', model: 'v', voice: 'low', speed: 1 } as never },
        () => false,
      ),
    ),
  ),
  fc
    .constantFrom(...places)
    .map(
      (name): Edit =>
        ofPlace(name, { description: 'other walls' }, (shot) => shot.place === name && composed(shot)),
    ),
  fc
    .nat(5)
    .chain((at) =>
      fc.constantFrom<Edit>(
        ofShot(at, { description: 'Something else happens.' }, ['still', 'clip']),
        ofShot(at, { mood: 'uneasy' }, ['still', 'clip']),
        ofShot(at, { size: 'extreme-close' }, ['still', 'clip']),
        ofShot(
          at,
          { dialogue: { speaker: 'TOM', text: 'Another line.', parenthetical: null, offScreen: false } },
          ['still', 'clip'],
        ),
        ofShot(at, { durationFlicks: 705_600_000 * 9 }, ['clip']),
        ofShot(at, { transitionOut: 'dissolve' }, []),
        ofShot(at, { editedFields: ['mood'] }, []),
      ),
    ),
);

/** The shot that `ofShot` means is marked in its order, which no request knows. */
const marked = (shots: readonly Shot[], after: readonly Shot[]): Shot[] =>
  shots.map((shot, i) => (after[i] === shot ? shot : { ...shot, order: `${shot.order}*` }));

test('an edit of one field makes exactly the takes stale whose request it touches', () => {
  fc.assert(
    fc.property(film, edit, (before, { to, touches, name }) => {
      const after = to(before);
      const stale: string[] = [];
      const asked: string[] = [];
      const meant: string[] = [];
      const shots = marked(before.shots, after.shots);
      after.shots.forEach((shot, i) => {
        const was = shots[i];
        if (was === undefined) return;
        const still = assetId(100 + i);
        const requests = buildShotRequests(after, models, shot, undefined);
        for (const kind of ['still', 'clip'] as const) {
          const take = before.takes.get(`${shot.id}-${kind}`);
          if (take === undefined) continue;
          const current = isCurrentTake(take, shot, kind === 'still' ? null : still, {
            ...after,
            mostReferences,
            slate: null,
          });
          if (!current) stale.push(take.id);
          const now = kind === 'still' ? requests.still : requests.clip(still);
          if (requestDigest(now) !== take.requestDigest) asked.push(take.id);
          if (touches(was, kind)) meant.push(take.id);
        }
      });
      expect(stale, name).toEqual(asked);
      expect(stale, name).toEqual(meant);
    }),
    { numRuns: 300 },
  );
});

test('a clip that begins with a still which was made larger begins with the same picture', () => {
  const source: RequestSource = { project: makeProject(), scenes: [], shots: [], cast: [], places: [] };
  const shot = makeShot('s', 'a0');
  const { clip } = buildShotRequests(source, models, shot, undefined);
  const small = makeTake('small', 's', 1, { kind: 'still' });
  const larger = {
    ...makeTake('larger', 's', 2, { kind: 'still' }),
    fromTakeId: small.id,
    jobId: 'up' as never,
  };
  const other = {
    ...makeTake('other', 's', 3, { kind: 'still' }),
    fromTakeId: small.id,
    jobId: 'words' as never,
  };
  const film = makeTake('film', 's', 9, {
    ...{ kind: 'clip', provider: 'far', model: 'far-clip', jobId: 'job' as never },
    ...{ seed: clip(null).seed, requestDigest: requestDigest(clip(small.assetId)) },
  });
  const kinds: Readonly<Record<string, GenerationRequest['kind']>> = { up: 'upscaled-still', words: 'still' };
  const currency = {
    ...source,
    slate: null,
    takeOf: (id: string) => (id === small.id ? small : null),
    requestOf: (id: string) => ({ kind: kinds[id] ?? ('clip' as const) }),
  };
  const isCurrent = (still: Take): boolean =>
    isCurrentTake(film, shot, still.assetId, withSmallerStills(currency, still));
  expect([isCurrent(small), isCurrent(larger), isCurrent(other)]).toEqual([true, true, false]);
});
