import type Database from 'better-sqlite3';
import type { ProjectId } from '../../../domain/kernel/ids.ts';
import type { Row } from '../../../domain/kernel/patch.ts';
import { plainText } from '../../../domain/text/plain-text.ts';
import type { RowStatements } from '../row-statements.ts';
import { type Excerpt, excerptOf } from './excerpt.ts';
import { matchQuery, wordsOf } from './search-words.ts';

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
  /** Rows with every word of the question, words being begun; titles first, then the best, `limit` at most. */
  find(question: string, limit: number): SearchFound[];
}

interface Entry {
  readonly entity: SearchedKind;
  readonly rowId: string;
  readonly projectId: ProjectId;
  readonly title: string;
}

/** With more hits than this, which of them are best is not worth the wait: the newest stand for all. */
const mostRanked = 2_000;

export function createSearch(db: Database.Database, rows: RowStatements): Search {
  const count = db
    .prepare('SELECT count(*) FROM (SELECT 1 FROM search_words WHERE search_words MATCH ? LIMIT ?)')
    .pluck();
  const select = (order: string): Database.Statement =>
    db.prepare(
      `SELECT entity, rowId, search_rows.projectId, projects.title
       FROM search_words
       JOIN search_rows ON search_rows.docid = search_words.rowid
       JOIN projects ON projects.id = search_rows.projectId AND projects.trashedAtMs IS NULL
       WHERE search_words MATCH ? ORDER BY ${order} LIMIT ?`,
    );
  const best = select("entity <> 'project', search_words.rank");
  const newest = select('search_words.rowid DESC');

  return {
    find(question, limit) {
      const words = wordsOf(question);
      if (words.length === 0) return [];
      const query = matchQuery(words);
      const many = (count.get(query, mostRanked + 1) as number) > mostRanked;
      const entries = (many ? newest : best).all(query, limit) as Entry[];
      return entries.flatMap(({ entity, rowId, projectId, title }) => {
        const row = rows.select(entity, rowId);
        if (row === null) return [];
        const excerpt = excerptOfRow(entity, row, words);
        return [{ projectId, projectTitle: title, entity, id: rowId, ...excerpt }];
      });
    },
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
