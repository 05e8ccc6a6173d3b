import type Database from 'better-sqlite3';

/** The schema since which both indexes are there. */
export const searchedSince = 5;

/** What the index holds of a kind, as in the triggers: the table and the words of its rows. */
const indexed = [
  ['project', 'projects', 'id', 't.title'],
  ['block', 'blocks', 'projectId', 't.text'],
  ['scene', 'scenes', 'projectId', "concat_ws(' ', t.heading, t.place, t.synopsis)"],
  [
    'shot',
    'shots',
    'projectId',
    "concat_ws(' ', t.description, t.subject, CASE WHEN json_valid(t.dialogue) THEN t.dialogue ->> '$.text' END, t.promptOverride)",
  ],
] as const;

/** What SQLite's checks say of the index when it is no longer what its rows make it. No row is lost by that. */
export function isSearchDamage(line: string): boolean {
  return /\bsearch_(words|parts)\b/.test(line);
}

/**
 * Makes the index of the search anew where it is not in step with the rows or has been damaged: it holds nothing that
 * the rows do not. Returns whether it did.
 */
export function mendSearch(db: Database.Database): boolean {
  if (isInStep(db)) return false;
  db.transaction(() => {
    db.exec(
      `INSERT INTO search_words(search_words) VALUES ('delete-all');
       INSERT INTO search_parts(search_parts) VALUES ('delete-all');
       DELETE FROM search_rows;`,
    );
    for (const [entity, table, projectId, words] of indexed) {
      db.exec(
        `INSERT INTO search_rows (entity, rowId, projectId) SELECT '${entity}', id, ${projectId} FROM ${table};
         INSERT INTO search_words (rowid, words) SELECT docid, ${words} FROM ${table} t
           JOIN search_rows ON entity = '${entity}' AND rowId = t.id;
         INSERT INTO search_parts (rowid, words) SELECT docid, ${words} FROM ${table} t
           JOIN search_rows ON entity = '${entity}' AND rowId = t.id;`,
      );
    }
  }).immediate();
  return true;
}

/** Counted only: that takes a few milliseconds at every start, and an index that is bad inside is found by the check of the file. */
function isInStep(db: Database.Database): boolean {
  const rows = indexed.map(([, table]) => `(SELECT count(*) FROM ${table})`).join(' + ');
  const counts = db.prepare(`SELECT ${rows}, (SELECT count(*) FROM search_rows)`).raw();
  const [stored, listed] = counts.get() as [number, number];
  const isWell = (index: string): boolean => db.pragma(`quick_check('${index}')`, { simple: true }) === 'ok';
  return stored === listed && isWell('search_words') && isWell('search_parts');
}
