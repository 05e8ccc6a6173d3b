import type Database from 'better-sqlite3';
import type { ProjectId } from '../../../domain/kernel/ids.ts';
import type { Row } from '../../../domain/kernel/patch.ts';
import { plainText } from '../../../domain/text/plain-text.ts';
import type { RowStatements } from '../row-statements.ts';
import { type Excerpt, excerptOf } from './excerpt.ts';
import { beginningsQuery, isSoughtInside, partsQuery, wordsOf } from './search-words.ts';

export const searchedKinds = ['project', 'block', 'scene', 'shot'] as const;
export type SearchedKind = (typeof searchedKinds)[number];

/** A row that has the words, and where. */
export interface SearchFound extends Excerpt {
  readonly projectId: ProjectId;
  readonly projectTitle: string;
  readonly entity: SearchedKind;
  readonly id: string;
}

/** Full-text search over all projects that are not in the trash. The index is kept by the database's own triggers. */
export interface Search {
  /**
   * Rows with every word of the question, `limit` at most: first those that have words which begin so, titles before the
   * rest and the best first; then those that have them inside of longer words.
   */
  find(question: string, limit: number): SearchFound[];
}

interface Entry {
  readonly docid: number;
  readonly entity: SearchedKind;
  readonly rowId: string;
  readonly projectId: ProjectId;
  readonly title: string;
}

/** With more hits than this, which of them are best is not worth the wait: the newest stand for all. */
const mostRanked = 2_000;

export function createSearch(db: Database.Database, rows: RowStatements): Search {
  const inWords = lookup(db, 'search_words');
  const inParts = lookup(db, 'search_parts');
  /** Of words so short that they are only looked for as beginnings, beside longer ones that are inside of others. */
  const begin = db.prepare('SELECT rowid FROM search_words WHERE search_words MATCH ?').pluck();

  const findEntries = (words: readonly string[], limit: number): Entry[] => {
    const begun = inWords(beginningsQuery(words), limit);
    const inside = words.filter(isSoughtInside);
    if (inside.length === 0 || begun.length >= limit) return begun;
    const known = new Set(begun.map(({ docid }) => docid));
    const short = words.filter((word) => !isSoughtInside(word));
    const allowed = short.length === 0 ? null : new Set(begin.all(beginningsQuery(short)) as number[]);
    const more = inParts(partsQuery(inside), allowed === null ? limit + known.size : mostRanked);
    const fresh = more.filter(({ docid }) => !known.has(docid) && allowed?.has(docid) !== false);
    return [...begun, ...fresh].slice(0, limit);
  };

  return {
    find(question, limit) {
      const words = wordsOf(question);
      if (words.length === 0) return [];
      return findEntries(words, limit).flatMap(({ entity, rowId, projectId, title }) => {
        const row = rows.select(entity, rowId);
        if (row === null) return [];
        const excerpt = excerptOfRow(entity, row, words);
        return [{ projectId, projectTitle: title, entity, id: rowId, ...excerpt }];
      });
    },
  };
}

/** Reads what one of the indexes has for a query. */
function lookup(
  db: Database.Database,
  index: 'search_words' | 'search_parts',
): (query: string, limit: number) => Entry[] {
  const count = db
    .prepare(`SELECT count(*) FROM (SELECT 1 FROM ${index} WHERE ${index} MATCH ? LIMIT ?)`)
    .pluck();
  const select = (order: string): Database.Statement =>
    db.prepare(
      `SELECT docid, entity, search_rows.rowId, search_rows.projectId, projects.title
       FROM ${index}
       JOIN search_rows ON search_rows.docid = ${index}.rowid
       JOIN projects ON projects.id = search_rows.projectId AND projects.trashedAtMs IS NULL
       WHERE ${index} MATCH ? ORDER BY ${order} LIMIT ?`,
    );
  const best = select(`entity <> 'project', ${index}.rank`);
  const newest = select(`${index}.rowid DESC`);
  return (query, limit) => {
    const many = (count.get(query, mostRanked + 1) as number) > mostRanked;
    return (many ? newest : best).all(query, limit) as Entry[];
  };
}

/** From the first field that has a match; words may also be spread over several, of which the first then stands for all. */
function excerptOfRow(entity: SearchedKind, row: Row, words: readonly string[]): Excerpt {
  const texts = textsOf(entity, row).filter((text) => text !== '');
  for (const text of texts) {
    const found = excerptOf(text, words);
    if (found !== null) return found;
  }
  return { excerpt: (texts[0] ?? '').replace(/\s+/gu, ' ').slice(0, 160), matches: [] };
}

function textsOf(entity: SearchedKind, row: Row): string[] {
  const text = (field: string): string => {
    const value = row[field];
    return typeof value === 'string' ? value : '';
  };
  switch (entity) {
    case 'project':
      return [text('title')];
    case 'block':
      // Marks of emphasis are in the way of reading; words of a note are only in the text as written.
      return [plainText(text('text')), text('text')];
    case 'scene':
      return [text('heading'), text('synopsis'), text('place')];
    case 'shot': {
      const { dialogue } = row;
      const spoken =
        typeof dialogue === 'object' && dialogue !== null && 'text' in dialogue ? String(dialogue.text) : '';
      return [text('description'), spoken, text('promptOverride'), text('subject')];
    }
  }
}
