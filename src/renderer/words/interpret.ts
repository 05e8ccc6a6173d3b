/** A sentence of the studio and what it is in another language. `{name}` stands for a value, in both the same. */
export type Phrase = readonly [english: string, own: string];

export interface Interpreted {
  readonly text: string;
  /** What no phrase knows and is left as it was: a provider's own words, say. */
  readonly unknown: readonly string[];
}

interface Pattern {
  readonly regex: RegExp;
  readonly names: readonly string[];
  readonly own: string;
}

interface Match {
  readonly pattern: Pattern;
  readonly groups: readonly string[];
  readonly length: number;
  /** Characters that values took: the fewer, the surer. */
  readonly loose: number;
}

/** So many texts are remembered; then all are forgotten. */
const mostRemembered = 500;

/**
 * Says in one language what the studio says in English, sentence by sentence: a text may be several of them in a row,
 * put together anywhere. Values are found by their place and put into the same place; those that are words themselves
 * are interpreted too, numbers are written as the language does. What is not known stays English.
 */
export function createInterpreter(
  phrases: readonly Phrase[],
  language: string,
): (text: string) => Interpreted {
  const patterns = phrases.map(patternOf);
  const remembered = new Map<string, Interpreted>();

  const interpret = (text: string): Interpreted => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    if (remembered.size >= mostRemembered) remembered.clear();
    const interpreted = interpretAnew(text);
    remembered.set(text, interpreted);
    return interpreted;
  };
  const interpretAnew = (text: string): Interpreted => {
    const said: string[] = [];
    const unknown: string[] = [];
    let rest = text.trim();
    while (rest !== '') {
      const match = bestMatch(patterns, rest);
      if (match === null) {
        const end = sentenceEnd(rest);
        unknown.push(rest.slice(0, end));
        said.push(rest.slice(0, end));
        rest = rest.slice(end).trimStart();
        continue;
      }
      said.push(match.pattern.own.replace(/\{(\w+)\}/g, (_, name: string) => writtenValue(match, name)));
      rest = rest.slice(match.length).trimStart();
    }
    return { text: said.join(' '), unknown };
  };
  const writtenValue = ({ pattern, groups }: Match, name: string): string => {
    const value = groups[pattern.names.indexOf(name)] ?? '';
    const written = numberIn(value, language);
    if (written !== null) return written;
    const inner = interpret(value);
    return inner.unknown.length === 0 ? inner.text : value;
  };
  return interpret;
}

function patternOf([english, own]: Phrase): Pattern {
  const names: string[] = [];
  const source = english
    .split(/\{(\w+)\}/)
    .map((part, i) => {
      if (i % 2 === 0) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      names.push(part);
      return '(.+?)';
    })
    .join('');
  // Words without an end of their own are names and values: they are the whole text or nothing.
  const end = /[.:]$/.test(english) ? '(?=\\s|$)' : '$';
  return { regex: new RegExp(`^${source}${end}`, 's'), names, own };
}

function bestMatch(patterns: readonly Pattern[], text: string): Match | null {
  let best: Match | null = null;
  for (const pattern of patterns) {
    const found = pattern.regex.exec(text);
    if (found === null) continue;
    const [whole, ...groups] = found;
    const loose = groups.reduce((sum, value) => sum + value.length, 0);
    if (best === null || loose < best.loose || (loose === best.loose && whole.length > best.length)) {
      best = { pattern, groups, length: whole.length, loose };
    }
  }
  return best;
}

function sentenceEnd(text: string): number {
  const end = /[.!?…]["”)]?\s/.exec(text);
  return end === null ? text.length : end.index + end[0].trimEnd().length;
}

/** "0.5", "$4.20" and "1.5 GB" as the language writes them; null for what is no such number. */
function numberIn(value: string, language: string): string | null {
  const found = /^(\$?)(\d+(?:\.(\d+))?)( [A-Za-z]{1,3})?$/.exec(value);
  if (found === null) return null;
  const [, dollar, number = '', fraction = '', unit = ''] = found;
  const digits = { minimumFractionDigits: fraction.length, maximumFractionDigits: fraction.length };
  const style = dollar === '$' ? ({ style: 'currency', currency: 'USD' } as const) : { useGrouping: false };
  return new Intl.NumberFormat(language, { ...digits, ...style }).format(Number(number)) + unit;
}
