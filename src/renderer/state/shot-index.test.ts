import { describe, expect, test } from 'vitest';
import type { AbsentFile } from '../../contract/assets.ts';
import type { Take } from '../../domain/assets/take.ts';
import { madeByOne } from '../../domain/assets/wanted-takes.ts';
import type { EntityOf } from '../../domain/entities.ts';
import { animaticModels, buildShotRequests } from '../../domain/jobs/build-requests.ts';
import type { Job, JobState } from '../../domain/jobs/job.ts';
import { requestDigest } from '../../domain/jobs/request-digest.ts';
import type { AssetId } from '../../domain/kernel/ids.ts';
import { type EntityName, patchOf, updateChange } from '../../domain/kernel/patch.ts';
import type { Shot } from '../../domain/shots/shot.ts';
import { sampleRow } from '../../testing/builders/any-row.ts';
import {
  makeProject,
  makeScene,
  makeShot,
  makeTake,
  sceneId,
  takeId,
} from '../../testing/builders/story-rows.ts';
import { createProjectMirror } from './project-mirror.ts';
import { wantsOf } from './shot-facts.ts';
import { createShotIndex } from './shot-index.ts';

function absentFile(assetId: AssetId, place: AbsentFile['place']): AbsentFile {
  const rest = { untilMs: null, heldBy: [], bytes: 1, use: 'timeline', proxy: null } as const;
  return { assetId, place, ...rest, heldBy: [], canCome: true, isAsked: false, why: 'missing' };
}

const project = makeProject();

/** Takes of the animatic for a shot as it is, chosen by it. */
function drawn(shot: Shot): { shot: Shot; takes: Take[] } {
  const requests = buildShotRequests({ project, cast: [], places: [] }, animaticModels, shot, undefined);
  const takeOf = (kind: 'still' | 'clip', n: number): Take =>
    makeTake(`${shot.id}-${kind}`, shot.id, n, {
      kind,
      jobId: `${shot.id}-${kind}` as never,
      model: animaticModels.stillModel,
      seed: requests.still.seed,
      requestDigest: requestDigest(kind === 'still' ? requests.still : requests.clip(null)),
    });
  const takes = [takeOf('still', 1), takeOf('clip', 2)];
  return {
    shot: { ...shot, chosenStillId: takeId(`${shot.id}-still`), chosenClipId: takeId(`${shot.id}-clip`) },
    takes,
  };
}

function jobFor(shot: Shot, state: JobState, more: Partial<Job> = {}): Job {
  const { still } = buildShotRequests({ project, cast: [], places: [] }, animaticModels, shot, undefined);
  return {
    id: `job-${shot.id}` as never,
    projectId: project.id,
    deviceId: null,
    shotId: shot.id,
    sceneId: null,
    castId: null,
    placeId: null,
    batchId: null,
    provider: 'animatic',
    request: still,
    requestDigest: '0',
    state,
    handle: null,
    estimateUsdMicros: 0,
    priceBasis: null,
    pricedAtMs: null,
    costUsdMicros: null,
    submits: 0,
    tries: 0,
    notBeforeMs: 0,
    assetId: null,
    takeId: null,
    faultCode: null,
    faultMessage: null,
    createdAtMs: 1,
    heldUntilMs: null,
    sentAtMs: null,
    finishedAtMs: null,
    ...more,
  };
}

function open(rows: { [E in EntityName]?: readonly EntityOf<E>[] }) {
  const mirror = createProjectMirror();
  const shots = createShotIndex(mirror);
  mirror.receive({ kind: 'rows', entity: 'project', rows: [project] });
  for (const [entity, list] of Object.entries(rows)) {
    mirror.receive({ kind: 'rows', entity, rows: list } as never);
  }
  mirror.receive({ kind: 'ready' });
  const change = <E extends EntityName>(entity: E, row: EntityOf<E>, fields: Partial<EntityOf<E>>): void =>
    mirror.receive({
      kind: 'patch',
      patch: patchOf([updateChange(entity, row as never, fields as never)]),
      label: '',
      undoable: true,
    });
  return { mirror, shots, change };
}

const scenes = [makeScene('one', 'a0'), makeScene('two', 'a1')];

describe('a shot index', () => {
  test('numbers shots in film order and says which scene has which', () => {
    const { shots } = open({
      scene: scenes,
      shot: [makeShot('b', 'a1'), makeShot('a', 'a0'), makeShot('c', 'a0', { sceneId: sceneId('two') })],
    });
    expect(shots.shotIds()).toEqual(['a', 'b', 'c']);
    expect(shots.scenes().map(({ number, shotIds }) => `${number}: ${shotIds.join(' ')}`)).toEqual([
      '1: a b',
      '2: c',
    ]);
    expect(shots.facts('c')).toMatchObject({ number: '2A', index: 2, state: 'missing' });
    expect(shots.facts('nobody')).toBeNull();
  });

  test('a shot whose takes are of its wording is done, and outdated once it says something else', () => {
    const { shot, takes } = drawn(makeShot('a', 'a0'));
    const { shots, change } = open({ scene: scenes, shot: [shot], take: takes });
    expect(shots.facts('a')).toMatchObject({ state: 'done', outdated: false });
    change('shot', shot, { description: 'Somebody else.' });
    expect(shots.facts('a')).toMatchObject({ state: 'outdated', outdated: true });
  });

  test('another look makes all drawings outdated', () => {
    const { shot, takes } = drawn(makeShot('a', 'a0'));
    const { shots, change } = open({ scene: scenes, shot: [shot], take: takes });
    shots.facts('a');
    change('project', project, { style: 'ink' });
    expect(shots.facts('a')?.outdated).toBe(true);
  });

  test('a job under way is what a shot is doing, and one that failed counts until a take is there', () => {
    const bare = makeShot('a', 'a0');
    const job = jobFor(bare, 'queued');
    const { shots, change } = open({ scene: scenes, shot: [bare], job: [job] });
    expect(shots.facts('a')).toMatchObject({ state: 'queued', job });
    change('job', job, { state: 'submitted' });
    expect(shots.facts('a')?.state).toBe('running');
    change('job', job, { state: 'failed', finishedAtMs: 5 });
    expect(shots.facts('a')?.state).toBe('failed');
    const made = drawn(bare);
    const after = open({
      scene: scenes,
      shot: [made.shot],
      take: made.takes,
      job: [{ ...job, state: 'failed' }],
    });
    expect(after.shots.facts('a')?.state).toBe('done');
  });

  test('what may have been billed is said even where a take is there', () => {
    const { shot, takes } = drawn(makeShot('a', 'a0'));
    const { shots } = open({ scene: scenes, shot: [shot], take: takes, job: [jobFor(shot, 'unknown')] });
    expect(shots.facts('a')?.state).toBe('unknown');
  });

  test('a shot whose file is gone is lost, whatever else was done with it, until the file is back', () => {
    const { shot, takes } = drawn(makeShot('a', 'a0'));
    const other = drawn(makeShot('b', 'a1'));
    const { shots, change } = open({
      scene: scenes,
      shot: [shot, other.shot],
      take: [
        ...takes,
        ...other.takes.map((take, n) => ({ ...take, assetId: `${n}`.repeat(64) as typeof take.assetId })),
      ],
    });
    const [a, b] = [shots.facts('a'), shots.facts('b')];
    const clip = a?.clip?.assetId ?? ('' as never);
    let told = 0;
    shots.subscribe(() => told++);
    shots.setAbsent([absentFile(clip, 'lost')]);
    shots.setAbsent([absentFile(clip, 'lost')]);
    expect(told).toBe(1);
    expect(shots.facts('a')).toMatchObject({
      state: 'lost',
      absence: { still: null, clip: { place: 'lost' } },
    });
    expect(shots.facts('b')).toBe(b);
    change('shot', shot, { description: 'Somebody else.' });
    expect(shots.facts('a')).toMatchObject({ state: 'lost', outdated: true });
    change('shot', { ...shot, description: 'Somebody else.' }, { description: shot.description });
    // What can be fetched is not lost.
    shots.setAbsent([absentFile(clip, 'cloud')]);
    expect(shots.facts('a')).toMatchObject({ state: 'done', absence: { clip: { place: 'cloud' } } });
    expect(shots.absence(clip)?.place).toBe('cloud');
    shots.setAbsent([]);
    expect(shots.facts('a')).toMatchObject({ state: 'done', absence: { still: null, clip: null } });
  });

  test('what a run would make of a shot is what is not there, and never a picture over a person’s own', () => {
    const free = { provider: 'animatic', free: true };
    const { shot, takes } = drawn(makeShot('a', 'a0'));
    const own = makeTake('own', 'b', 3, { kind: 'still', jobId: null });
    const withOwn = { ...makeShot('b', 'a1'), chosenStillId: own.id };
    const { shots } = open({
      scene: scenes,
      shot: [shot, withOwn, makeShot('c', 'a2')],
      take: [...takes, own],
    });
    const wants = (id: string, maker = free, upTo: 'still' | 'clip' = 'clip'): string => {
      const facts = shots.facts(id);
      if (facts === null) return 'gone';
      const { still, clip } = wantsOf(facts, madeByOne(maker), { upTo, again: false });
      return [still ? 'still' : '', clip ? 'clip' : ''].join(' ').trim();
    };
    const paid = { provider: 'fal', free: false };
    expect(['a', 'b', 'c'].map((id) => wants(id))).toEqual(['', '', 'still clip']);
    expect(['a', 'b', 'c'].map((id) => wants(id, paid))).toEqual(['still clip', 'clip', 'still clip']);
    expect(['a', 'b', 'c'].map((id) => wants(id, free, 'still'))).toEqual(['', '', 'still']);
    const clipId = shots.facts('a')?.clip?.assetId ?? ('' as never);
    shots.setAbsent([absentFile(clipId, 'elsewhere')]);
    expect([wants('a'), wants('a', free, 'still')]).toEqual(['', '']);
    shots.setAbsent([absentFile(clipId, 'lost')]);
    expect([wants('a'), wants('a', free, 'still')]).toEqual(['clip', '']);
  });

  test('a change of one shot leaves the facts of the others the same objects', () => {
    const rows = [makeShot('a', 'a0'), makeShot('b', 'a1')];
    const { shots, change } = open({ scene: scenes, shot: rows });
    const [a, b] = [shots.facts('a'), shots.facts('b')];
    change('shot', makeShot('a', 'a0'), { mood: 'tense' });
    expect(shots.facts('a')).not.toBe(a);
    expect(shots.facts('b')).toBe(b);
    change('shot', makeShot('b', 'a1'), { order: 'Zz' });
    expect(shots.facts('b')).toMatchObject({ number: '1A' });
    expect(shots.facts('a')).toMatchObject({ number: '1B' });
  });
});

test('a spoken line has a state of its own: the picture’s says nothing of it', () => {
  const line = { speaker: 'MARA', text: 'Who lit the lamp?', parenthetical: null, offScreen: false };
  const shot = makeShot('one-a', 'a', { dialogue: line, chosenSpeechId: takeId('spoken') });
  const request = {
    ...({ kind: 'speech', provider: 'sounds', model: 'm', seed: 1, text: line.text } as const),
    ...{ voice: 'anna', speed: 1, delivery: null },
  };
  const job = jobFor(shot, 'done', { request });
  const take = makeTake('spoken', shot.id, 3, { kind: 'speech', jobId: job.id });
  const { shots, change } = open({ scene: scenes, shot: [shot], take: [take], job: [job] });
  expect(shots.facts(shot.id)).toMatchObject({ state: 'missing', takes: [], speech: { state: 'current' } });
  change('shot', shot, { dialogue: { ...line, text: 'Who lit it?' } });
  expect(shots.facts(shot.id)).toMatchObject({ state: 'missing', speech: { state: 'outdated' } });
});

test('a still is stale by the pictures that its model looks at, once that is known', () => {
  const models = { provider: 'far', stillModel: 'far-still', clipModel: '', slate: false, mostReferences: 0 };
  const shot = makeShot('a', 'a0', { characters: ['MARA'], chosenStillId: takeId('a-still') });
  const mara = sampleRow('cast', { name: 'MARA', referenceAssetIds: ['a'.repeat(64) as never] });
  const { still } = buildShotRequests({ project, cast: [mara], places: [] }, models, shot, undefined);
  const take = makeTake('a-still', 'a', 1, {
    ...{ kind: 'still', provider: 'far', model: 'far-still', jobId: 'job' as never },
    ...{ seed: still.seed, requestDigest: requestDigest(still) },
  });
  const { shots } = open({ scene: scenes, shot: [shot], take: [take], cast: [mara] });
  // Made without a picture: as good as any while nobody knows.
  expect(shots.facts('a')?.outdated).toBe(false);
  let told = 0;
  shots.subscribe(() => told++);
  shots.setModels([{ provider: 'far', id: 'far-still', mostReferences: 1 }]);
  expect(shots.facts('a')?.outdated).toBe(true);
  shots.setModels([{ provider: 'far', id: 'far-still', mostReferences: 1 }]);
  expect(told).toBe(1);
});
