import type { BlockContent } from '../../domain/text/block.ts';
import { blockContent } from '../../domain/text/block-content.ts';
import { blockOfParagraph, type ScriptParagraph } from './paragraph-block.ts';
import type { StyledRun } from './styled-runs.ts';

type Draft = { -readonly [Field in keyof ScriptParagraph]: ScriptParagraph[Field] } & {
  readonly runs: StyledRun[];
};

/** What the paragraphs inside an element are for, by the element. */
type Purpose = 'script' | 'title' | 'note' | 'synopsis' | 'ignored';

const purposes: ReadonlyMap<string, Purpose> = new Map([
  ['Content', 'script'],
  ['TitlePage', 'title'],
  ['ScriptNote', 'note'],
  ['Summary', 'synopsis'],
]);

interface Aside {
  readonly purpose: 'note' | 'synopsis';
  readonly start: number;
  readonly lines: string[];
}

/** Gathers blocks from the elements of a Final Draft file as they open and close. */
export class ScriptBuilder {
  readonly script: BlockContent[] = [];
  readonly titlePage: BlockContent[] = [];
  readonly #purposes: Purpose[] = ['ignored'];
  readonly #names: string[] = [];
  readonly #paragraphs: Draft[] = [];
  #aside: Aside | null = null;
  /** Asides of the open paragraph: they follow it. */
  #asides: BlockContent[] = [];
  /** Cues seen in the open dual dialogue; null outside one. */
  #dualCues: number | null = null;
  #inRun = false;

  open(name: string, attributes: Readonly<Record<string, string>>, start: number): void {
    const parent = this.#purposes.at(-1) ?? 'ignored';
    const purpose = this.#purposeOf(name, parent);
    this.#names.push(name);
    this.#purposes.push(purpose);
    if ((purpose === 'note' || purpose === 'synopsis') && purpose !== parent) {
      this.#aside = { purpose, start, lines: [] };
    }
    if (name === 'DualDialogue') this.#dualCues = 0;
    if (name === 'Paragraph' && purpose !== 'ignored') this.#openParagraph(attributes, start);
    if (name === 'Text') this.#openRun(attributes['Style'] ?? '', start);
  }

  text(text: string): void {
    const run = this.#inRun ? this.#paragraphs.at(-1)?.runs.at(-1) : undefined;
    if (run !== undefined) run.text += text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  }

  close(name: string, end: number): void {
    const purpose = this.#purposes.pop() ?? 'ignored';
    this.#names.pop();
    if (name === 'Text') this.#closeRun(end);
    else if (name === 'Paragraph' && purpose !== 'ignored') this.#closeParagraph(purpose);
    else if (name === 'DualDialogue') this.#dualCues = null;
    else if (this.#aside !== null && purposes.get(name) === this.#aside.purpose) this.#closeAside(end);
  }

  /** `Content` is the script under the root and the title page under `TitlePage`; elsewhere it is not ours. */
  #purposeOf(name: string, parent: Purpose): Purpose {
    const own = purposes.get(name);
    if (own === undefined) return parent;
    if (own === 'script') return parent === 'title' ? 'title' : this.#names.length === 1 ? 'script' : parent;
    if (own === 'title') return this.#names.length === 1 ? 'title' : parent;
    return parent === 'title' ? 'title' : own;
  }

  #openParagraph(attributes: Readonly<Record<string, string>>, start: number): void {
    const type = attributes['Type'] ?? '';
    if (type === 'Character' && this.#dualCues !== null) this.#dualCues++;
    const dual =
      this.#dualCues === null || this.#dualCues === 0 ? null : this.#dualCues === 1 ? 'left' : 'right';
    const number = attributes['Number'] ?? null;
    this.#paragraphs.push({ type, number, runs: [], start, end: start, dual });
  }

  #openRun(style: string, start: number): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined) return;
    if (paragraph.runs.length === 0) {
      paragraph.start = start;
      paragraph.end = start;
    }
    paragraph.runs.push({ style, text: '' });
    this.#inRun = true;
  }

  #closeRun(end: number): void {
    this.#inRun = false;
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph !== undefined) paragraph.end = end;
  }

  #closeParagraph(purpose: Purpose): void {
    const paragraph = this.#paragraphs.pop();
    if (paragraph === undefined) return;
    const block = blockOfParagraph(paragraph);
    if (purpose === 'note' || purpose === 'synopsis') {
      if (block !== null) this.#aside?.lines.push(block.text);
      return;
    }
    const list = purpose === 'title' ? this.titlePage : this.script;
    if (block !== null) list.push(block);
    if (this.#paragraphs.length > 0) return;
    for (const aside of this.#asides) list.push(aside);
    this.#asides = [];
  }

  #closeAside(end: number): void {
    const aside = this.#aside;
    this.#aside = null;
    if (aside === null || aside.lines.length === 0) return;
    const block = blockContent(aside.purpose, aside.lines.join('\n'), aside.start, end);
    if (this.#paragraphs.length > 0) this.#asides.push(block);
    else this.script.push(block);
  }
}
