import { expect, test } from 'vitest';
import { findEditLabels, findStudioSentences } from '../../../../testing/studio-sentences.ts';
import { interpret, phrases } from './index.ts';

/** The modules that may say something to a screen. */
const source = new URL('../../../../', import.meta.url).pathname;
const elsewhere = [
  // Hosts say these on a terminal, before there is a screen or instead of one; the other windows are in the renderer.
  /^(cli|server|hosting|workers\/(check-node|serve-worker)|testing|renderer)\b/,
  /\/testing\//,
  // Opening a store fails before there is a screen.
  /^core\/store\/(open-database|open-reader|writer-lock)\.ts$/,
  // Words to a language model.
  /^domain\/shots\/model-reading\/reading-prompt\.ts$/,
  // What a browser shows that came back from signing in, in the language it asks for.
  /^core\/account\/return-page\.ts$/,
  // The service's own pages, in the language that a browser asks for, and what its operator reads.
  /^cloud\/(watch\/watch-words|observed\/metrics|main|settings|serve-cloud)\.ts$/,
  // Words of the film itself, in the language that the animatic has.
  /^(compositor\/lay-out-slate|domain\/shots\/(describing|planning)\/.*)\.ts$/,
  // What only a program sees: a caller's mistake, answers without a reader, media being decoded.
  /^(core\/orchestrator\/engine|main\/line\/questions|core\/serving\/.*|adapters\/libav\/(aac-encoder|allocate-frame|rgba-to-yuv))\.ts$/,
];
/** Thrown where a program misuses a part; what is put together of two values, of which the phrases have every pair. */
const notSaid =
  /^(There is no picture yet to repeat|This film was opened without|The writer was aborted|\{\} for \{\}|\{\} (is as it was before|It is tried again|The request to)|"\{\}" \{\} Nothing was imported|\{\} \{\}\. Nothing else|The (result could not be brought|result arrived|program that writes))/;

const samples = findStudioSentences(source, new RegExp(elsewhere.map((one) => one.source).join('|'))).filter(
  ({ text }) => !notSaid.test(text),
);
const filled = (text: string): string => text.replaceAll('{}', 'A7');

test('every sentence that the sources can show has its German', () => {
  expect(samples.length).toBeGreaterThan(200);
  const missing = samples
    .map(({ file, text }) => ({ file, text, unknown: interpret(filled(text)).unknown }))
    .filter(({ unknown }) => unknown.length > 0);
  expect(missing).toEqual([]);
});

test('every edit has its German name', () => {
  const labels = findEditLabels(`${source}core`);
  expect(labels.length).toBeGreaterThan(60);
  expect(labels.filter((label) => interpret(filled(label)).unknown.length > 0)).toEqual([]);
});

test('a phrase and its German have the same values, and no phrase is there twice', () => {
  const values = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();
  expect(phrases.filter(([english, german]) => `${values(english)}` !== `${values(german)}`)).toEqual([]);
  expect(new Set(phrases.map(([english]) => english)).size).toBe(phrases.length);
});

test.each([
  ['Delete 3 items', '3 Elemente löschen'],
  ['Ripple trim clip', 'Clip trimmen und nachrücken'],
  ['2 takes were made for $0.50.', '2 Aufnahmen wurden für 0,50 $ erzeugt.'],
  [
    'No take was made. 1 request failed. Most often: Fal refused the request: prompt: too short. Change the shot or the model and retry it.',
    'Es wurde keine Aufnahme erzeugt. 1 Anfrage ist fehlgeschlagen. Am häufigsten: Fal hat die Anfrage abgelehnt: prompt: too short. Die Einstellung oder das Modell ändern und wiederholen.',
  ],
  [
    '"Mein. Text.txt" is a folder. Nothing was imported, and what was stored before is unchanged. Give the path of a Fountain (.fountain), Final Draft (.fdx), Word (.docx), EPUB (.epub), PDF (.pdf), Markdown (.md) or plain text (.txt) file.',
    '„Mein. Text.txt“ ist ein Ordner. Es wurde nichts importiert, und was zuvor gesichert war, ist unverändert. Den Pfad einer Datei der Art Fountain (.fountain), Final Draft (.fdx), Word (.docx), EPUB (.epub), PDF (.pdf), Markdown (.md) oder reiner Text (.txt) angeben.',
  ],
  ['The model is resting. Nothing was charged.', 'The model is resting. Es wurde nichts berechnet.'],
  ['Ein Name, der schon deutsch ist', 'Ein Name, der schon deutsch ist'],
])('%s', (english, german) => {
  expect(interpret(english).text.replaceAll('\u00a0', ' ')).toBe(german);
});
