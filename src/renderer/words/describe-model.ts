import type { ModelFacts } from '../../domain/jobs/model-facts.ts';
import type { Catalogue } from './catalogue.ts';
import type { Formats } from './formats.ts';

type Words = Catalogue['models'];
type Known = Omit<ModelFacts, 'inputSchema'>;

/** What a model can do, in the words of a line: "5, 10 s · 16:9, 9:16 · 4 reference pictures". */
export function describeModel(model: Known, words: Words, formats: Formats): string {
  const { lengthsSeconds, mostSeconds, aspects, mostPromptCharacters, mostReferences, voices } = model;
  const said: string[] = [];
  const isLong = model.kind === 'clip' || model.kind === 'music' || model.kind === 'effect';
  if (isLong && lengthsSeconds !== null && lengthsSeconds.length > 0) {
    said.push(words.facts.lengths(lengthsSeconds.map((seconds) => formats.number(seconds)).join(', ')));
  } else if (isLong && mostSeconds !== null) {
    said.push(words.facts.upTo(formats.number(mostSeconds)));
  }
  if (aspects !== null && aspects.length > 0) said.push(aspects.join(', '));
  if (mostReferences > 0) said.push(words.facts.references(mostReferences));
  if (model.takesEndFrame) said.push(words.facts.endFrame);
  if (model.makesSound) said.push(words.facts.sound);
  if (voices !== null && voices.length > 0) said.push(words.facts.voices(voices.length));
  if (mostPromptCharacters !== null) said.push(words.facts.prompt(formats.number(mostPromptCharacters)));
  if (model.keptForMs === 0) said.push(words.facts.notKept);
  return said.length === 0 ? words.facts.none : said.join(' · ');
}

/** What it costs, and of when that price is. */
export function priceOfModel(
  { prices, provider }: Known,
  isFree: boolean,
  words: Words,
  formats: Formats,
): string {
  if (isFree || provider === 'animatic') return words.price.free;
  if (prices.length === 0) return words.price.unknown;
  const said = formats.list(
    prices.map(({ unit, usdMicros }) => words.units[unit](formats.exactMoney(usdMicros))),
  );
  const readAtMs = prices[0]?.pricedAtMs ?? null;
  return readAtMs === null
    ? words.price.ours(said)
    : words.price.read(said, `${formats.date(readAtMs)} ${formats.time(readAtMs)}`);
}

/** Its name with its price, short enough for a list: "FLUX.1 [dev] · $0.025 a megapixel". */
export function nameWithPrice({ name, prices }: Known, words: Words, formats: Formats): string {
  const [first] = prices;
  return first === undefined
    ? name
    : `${name} · ${words.units[first.unit](formats.exactMoney(first.usdMicros))}`;
}
