import type { EntityName } from '../kernel/patch.ts';

/**
 * How a field goes to other devices.
 * - `edited`: a person sets it. It travels, and a value that is overwritten unseen is a conflict.
 * - `noted`: a program wrote it (a digest, what assembly did, what a machine found out). It travels; the newer one stands.
 * - `marks`: a set of marks that a program keeps. It travels; two sets that did not know of each other are joined.
 * - `stays`: it is about this computer. It never leaves it.
 */
export type FieldWay = 'edited' | 'noted' | 'marks' | 'stays';

type Ways = Readonly<Record<string, FieldWay>>;

const ownRow = { id: 'noted', projectId: 'noted' } as const;
const facts = (...fields: readonly string[]): Ways =>
  Object.fromEntries(fields.map((field) => [field, 'noted']));

/** Every field of every kind that travels; `null` for a kind that does not. A test holds it against the schemas. */
export const fieldWays: Readonly<Record<EntityName, Ways | null>> = {
  project: {
    id: 'noted',
    title: 'edited',
    sourceKind: 'noted',
    sourceName: 'noted',
    // A path of this computer: it says nothing elsewhere, and names the person's folders.
    sourcePath: 'stays',
    sourceAssetId: 'noted',
    aspect: 'edited',
    widthPx: 'edited',
    heightPx: 'edited',
    fpsNum: 'edited',
    fpsDen: 'edited',
    style: 'edited',
    breakdownDigest: 'noted',
    createdAtMs: 'noted',
    trashedAtMs: 'noted',
    budgetUsdMicros: 'edited',
    palette: 'edited',
    lensWords: 'edited',
    negativePrompt: 'edited',
    seedPolicy: 'edited',
    projectSeed: 'edited',
    modelChoices: 'edited',
    narratorVoice: 'edited',
    stillsFirst: 'edited',
  },
  block: {
    ...ownRow,
    order: 'edited',
    kind: 'edited',
    text: 'edited',
    depth: 'edited',
    sceneNumber: 'edited',
    key: 'edited',
    dual: 'edited',
    forced: 'edited',
    // Of the breakdown, which finds it again.
    notFilmed: 'noted',
  },
  scene: {
    ...ownRow,
    order: 'edited',
    kind: 'edited',
    heading: 'edited',
    number: 'edited',
    setting: 'edited',
    place: 'edited',
    timeOfDay: 'edited',
    timeNote: 'edited',
    mood: 'edited',
    synopsis: 'edited',
    musicPrompt: 'edited',
    chosenMusicId: 'edited',
    effects: 'edited',
    blockIds: 'noted',
    editedFields: 'marks',
  },
  shot: {
    ...ownRow,
    sceneId: 'edited',
    order: 'edited',
    kind: 'edited',
    size: 'edited',
    angle: 'edited',
    move: 'edited',
    lensMm: 'edited',
    description: 'edited',
    subject: 'edited',
    dialogue: 'edited',
    characters: 'edited',
    setting: 'edited',
    place: 'edited',
    timeOfDay: 'edited',
    mood: 'edited',
    durationFlicks: 'edited',
    covers: 'edited',
    transitionOut: 'edited',
    promptOverride: 'edited',
    promptParts: 'edited',
    seed: 'edited',
    chosenStillId: 'edited',
    chosenClipId: 'edited',
    chosenSpeechId: 'edited',
    approvedStillId: 'edited',
    editedFields: 'marks',
    origin: 'noted',
  },
  cast: {
    ...ownRow,
    order: 'edited',
    name: 'edited',
    description: 'edited',
    voiceOnly: 'edited',
    referenceAssetIds: 'edited',
    voice: 'edited',
    editedFields: 'marks',
  },
  place: {
    ...ownRow,
    order: 'edited',
    name: 'edited',
    description: 'edited',
    referenceAssetIds: 'edited',
    editedFields: 'marks',
  },
  job: {
    ...ownRow,
    deviceId: 'noted',
    ...facts('shotId', 'sceneId', 'castId', 'placeId', 'batchId', 'provider', 'request', 'requestDigest'),
    ...facts('state', 'handle', 'estimateUsdMicros', 'priceBasis', 'pricedAtMs', 'costUsdMicros', 'submits'),
    ...facts('assetId', 'takeId', 'faultCode', 'faultMessage', 'createdAtMs', 'sentAtMs', 'finishedAtMs'),
    heldUntilMs: 'noted',
    // When this computer looks again, and how often it failed to: its own affair, and a write every few seconds.
    tries: 'stays',
    notBeforeMs: 'stays',
  },
  // Known by the digest of its bytes. Every device sets and takes back its own mark of having them.
  asset: {
    ...facts('id', 'kind', 'mime', 'extension', 'bytes', 'facts', 'origin', 'name', 'createdAtMs', 'proxyOf'),
    heldBy: 'marks',
  },
  take: {
    ...ownRow,
    ...facts('shotId', 'sceneId', 'castId', 'placeId', 'kind', 'assetId', 'jobId', 'fromTakeId'),
    ...facts('requestDigest', 'provider', 'model', 'seed', 'costUsdMicros', 'createdAtMs'),
    ...facts('rating', 'discardedAtMs'),
  },
  track: {
    ...ownRow,
    order: 'edited',
    kind: 'noted',
    name: 'edited',
    muted: 'edited',
    hidden: 'edited',
    role: 'edited',
    ducks: 'edited',
    assembled: 'noted',
  },
  item: {
    ...ownRow,
    trackId: 'edited',
    order: 'edited',
    durationFlicks: 'edited',
    anchor: 'edited',
    kind: 'noted',
    assetId: 'edited',
    shotId: 'edited',
    sourceInFlicks: 'edited',
    sourceLengthFlicks: 'noted',
    fit: 'edited',
    opacity: 'edited',
    gainDb: 'edited',
    fadeInFlicks: 'edited',
    fadeOutFlicks: 'edited',
    muted: 'edited',
    soundOf: 'edited',
    loops: 'edited',
    ducks: 'edited',
    scratch: 'edited',
    text: 'edited',
    style: 'edited',
    speaker: 'edited',
    assembled: 'noted',
  },
  transition: {
    ...ownRow,
    leftItemId: 'edited',
    kind: 'edited',
    durationFlicks: 'edited',
    assembled: 'noted',
  },
  // A file on this computer.
  export: null,
  conflict: {
    ...ownRow,
    ...facts('entity', 'rowId', 'field', 'value', 'stamp', 'winnerValue', 'winnerStamp', 'metAtMs'),
    resolvedAtMs: 'noted',
  },
  // Each is written by its own device alone.
  allowance: { ...ownRow, ...facts('deviceId', 'askedUsdMicros', 'heldUsdMicros', 'heardAtMs') },
};

/**
 * Fields that mean something together only: who writes one of them stamps all, so that a frame never has one device's width and
 * another's height, and a clip never one's track and another's anchor.
 */
export const fieldGroups: Readonly<Partial<Record<EntityName, readonly (readonly string[])[]>>> = {
  project: [
    ['aspect', 'widthPx', 'heightPx'],
    ['fpsNum', 'fpsDen'],
    ['seedPolicy', 'projectSeed'],
  ],
  shot: [['sceneId', 'order']],
  job: [['state', 'handle', 'submits', 'costUsdMicros', 'assetId', 'takeId', 'faultCode', 'faultMessage']],
  allowance: [['askedUsdMicros', 'heldUsdMicros', 'heardAtMs']],
  item: [
    ['trackId', 'anchor', 'order'],
    ['assetId', 'sourceInFlicks', 'sourceLengthFlicks', 'durationFlicks'],
  ],
};

/** Whether rows of this kind travel. */
export function travels(entity: EntityName): boolean {
  return fieldWays[entity] !== null;
}

/** The way of a field; `stays` for one that this version does not know. */
export function fieldWay(entity: EntityName, field: string): FieldWay {
  return fieldWays[entity]?.[field] ?? 'stays';
}
