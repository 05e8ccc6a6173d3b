import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { flag, id, json } from './columns.ts';

/** Tables of what a person writes and directs. A column has the name of its field. */

export const projects = sqliteTable('projects', {
  id: id(),
  title: text().notNull(),
  sourceKind: text().notNull(),
  sourceName: text().notNull(),
  sourcePath: text(),
  sourceAssetId: text(),
  aspect: text().notNull(),
  widthPx: integer().notNull(),
  heightPx: integer().notNull(),
  fpsNum: integer().notNull(),
  fpsDen: integer().notNull(),
  style: text().notNull(),
  breakdownDigest: text(),
  createdAtMs: integer().notNull(),
  trashedAtMs: integer(),
  budgetUsdMicros: integer(),
  palette: text(),
  lensWords: text(),
  negativePrompt: text(),
  seedPolicy: text().notNull().default('per-shot'),
  projectSeed: integer(),
  modelChoices: json().notNull().default({}),
  narratorVoice: json(),
  stillsFirst: flag().notNull().default(true),
});

export const blocks = sqliteTable(
  'blocks',
  {
    id: id(),
    projectId: text().notNull(),
    order: text().notNull(),
    kind: text().notNull(),
    text: text().notNull(),
    depth: integer().notNull(),
    sceneNumber: text(),
    key: text(),
    dual: text(),
    forced: flag().notNull(),
    notFilmed: text(),
  },
  (table) => [index('blocks_in_project').on(table.projectId, table.order, table.id)],
);

export const scenes = sqliteTable(
  'scenes',
  {
    id: id(),
    projectId: text().notNull(),
    order: text().notNull(),
    kind: text().notNull(),
    heading: text().notNull(),
    number: text(),
    setting: text().notNull(),
    place: text(),
    timeOfDay: text().notNull(),
    timeNote: text(),
    mood: text(),
    synopsis: text(),
    musicPrompt: text(),
    chosenMusicId: text(),
    effects: json().notNull().default([]),
    blockIds: json().notNull(),
    editedFields: json().notNull(),
  },
  (table) => [index('scenes_in_project').on(table.projectId, table.order, table.id)],
);

export const shots = sqliteTable(
  'shots',
  {
    id: id(),
    projectId: text().notNull(),
    sceneId: text().notNull(),
    order: text().notNull(),
    kind: text().notNull(),
    size: text().notNull(),
    angle: text().notNull(),
    move: text().notNull(),
    lensMm: real().notNull(),
    description: text().notNull(),
    subject: text(),
    dialogue: json(),
    characters: json().notNull(),
    setting: text().notNull(),
    place: text(),
    timeOfDay: text().notNull(),
    mood: text(),
    durationFlicks: integer().notNull(),
    covers: json().notNull(),
    transitionOut: text().notNull(),
    promptOverride: text(),
    promptParts: json().notNull().default({}),
    seed: integer(),
    chosenStillId: text(),
    chosenClipId: text(),
    chosenSpeechId: text(),
    approvedStillId: text(),
    editedFields: json().notNull(),
    origin: text().notNull(),
  },
  (table) => [index('shots_in_project').on(table.projectId, table.order, table.id)],
);

export const castMembers = sqliteTable(
  'cast_members',
  {
    id: id(),
    projectId: text().notNull(),
    order: text().notNull(),
    name: text().notNull(),
    description: text(),
    voiceOnly: flag().notNull(),
    referenceAssetIds: json().notNull().default([]),
    voice: json(),
    editedFields: json().notNull(),
  },
  (table) => [index('cast_in_project').on(table.projectId, table.order, table.id)],
);

export const places = sqliteTable(
  'places',
  {
    id: id(),
    projectId: text().notNull(),
    order: text().notNull(),
    name: text().notNull(),
    description: text(),
    referenceAssetIds: json().notNull(),
    editedFields: json().notNull(),
  },
  (table) => [index('places_in_project').on(table.projectId, table.order, table.id)],
);
