import { stripAsides } from './strip-asides.ts';

/** A run of `*` or `_` that may open or close emphasis. `left` is how many of its marks still stand as written. */
interface MarkRun {
  readonly at: number;
  readonly length: number;
  left: number;
}

/**
 * What an audience would read of a block's `text`: without emphasis marks (`*`, `**`, `***`, `_`), inline notes and
 * inline boneyards, and with `\*` and `\_` unescaped. Marks without a partner stay. Emphasis does not cross a line
 * break, an asterisk between spaces is an asterisk, and an underscore inside a word is an underscore
 * (fountain.io/syntax, "Emphasis"). Linear in the text.
 */
export function plainText(text: string): string {
  return stripEmphasis(stripAsides(text)).trimEnd();
}

/** The same without emphasis marks and their escapes alone: notes and boneyards stay. */
export function stripEmphasis(text: string): string {
  if (!/[*_]/.test(text)) return text;
  const lines = text.split('\n');
  return lines.map((line) => (/[*_]/.test(line) ? stripLine(line) : line)).join('\n');
}

function stripLine(line: string): string {
  const runs: MarkRun[] = [];
  const escapes = new Set<number>();
  const open: Record<'*' | '_', MarkRun[]> = { '*': [], _: [] };
  for (let at = 0; at < line.length; ) {
    const mark = line.charAt(at);
    if (mark === '\\' && (line.charAt(at + 1) === '*' || line.charAt(at + 1) === '_')) {
      escapes.add(at);
      at += 2;
      continue;
    }
    if (mark !== '*' && mark !== '_') {
      at++;
      continue;
    }
    let end = at + 1;
    while (line.charAt(end) === mark) end++;
    const run: MarkRun = { at, length: end - at, left: end - at };
    if (run.length <= (mark === '*' ? 3 : 1)) {
      runs.push(run);
      const before = line.charAt(at - 1);
      const after = line.charAt(end);
      if (canClose(mark, before, after)) closeRuns(run, open, mark);
      if (run.left > 0 && canOpen(mark, before, after)) open[mark].push(run);
    }
    at = end;
  }
  return withoutMarks(line, runs, escapes);
}

const isWordCharacter = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);

function canOpen(mark: string, before: string, after: string): boolean {
  if (after === '' || /\s/.test(after)) return false;
  return mark === '*' || !isWordCharacter(before);
}

function canClose(mark: string, before: string, after: string): boolean {
  if (before === '' || /\s/.test(before)) return false;
  return mark === '*' || !isWordCharacter(after);
}

/** Takes marks from the nearest open runs and from `run`; runs of the other mark opened in between stay literal. */
function closeRuns(run: MarkRun, open: Record<'*' | '_', MarkRun[]>, mark: '*' | '_'): void {
  const other = open[mark === '*' ? '_' : '*'];
  while (run.left > 0) {
    const opener = open[mark].at(-1);
    if (opener === undefined) return;
    const taken = Math.min(opener.left, run.left);
    opener.left -= taken;
    run.left -= taken;
    if (opener.left === 0) open[mark].pop();
    for (let last = other.at(-1); last !== undefined && last.at > opener.at; last = other.at(-1)) other.pop();
  }
}

function withoutMarks(line: string, runs: readonly MarkRun[], escapes: ReadonlySet<number>): string {
  const parts: string[] = [];
  let keptTo = 0;
  const cuts = runs
    .filter((run) => run.left < run.length)
    .map((run) => ({ from: run.at, to: run.at + run.length - run.left }));
  for (const at of escapes) cuts.push({ from: at, to: at + 1 });
  cuts.sort((a, b) => a.from - b.from);
  for (const { from, to } of cuts) {
    parts.push(line.slice(keptTo, from));
    keptTo = to;
  }
  parts.push(line.slice(keptTo));
  return parts.join('');
}
