import type Database from 'better-sqlite3';
import { CommentIntent } from '../../../domain/sync/comment-intents.ts';
import { CutComment } from '../../../domain/sync/share-messages.ts';
import type { Transactions } from '../transactions.ts';
import type { CommentRows, KeptComment, KeptIntent } from './comment-rows.ts';

interface StoredIntent {
  readonly n: number;
  readonly commentId: string;
  readonly intent: string;
  readonly refusal: string | null;
}

interface StoredComment {
  readonly commentId: string;
  readonly revision: number;
  readonly comment: string | null;
}

/** The tables `film_comments`, `comment_intents` and `comment_places`. */
export function createCommentRows(db: Database.Database, transactions: Transactions): CommentRows {
  const columns = 'commentId, revision, comment';
  const after = db.prepare(
    `SELECT ${columns} FROM film_comments WHERE projectId = ? AND revision > ? ORDER BY revision`,
  );
  const one = db.prepare(`SELECT ${columns} FROM film_comments WHERE projectId = ? AND commentId = ?`);
  // What is said again as it is known already changes nothing that a window would have to read.
  const put = db.prepare(
    `INSERT INTO film_comments (projectId, commentId, comment, revision)
     VALUES (@projectId, @commentId, @comment, (SELECT coalesce(max(revision), 0) + 1 FROM film_comments WHERE projectId = @projectId))
     ON CONFLICT DO UPDATE SET comment = excluded.comment, revision = excluded.revision WHERE comment IS NOT excluded.comment`,
  );
  const touch = db.prepare(
    `INSERT INTO film_comments (projectId, commentId, comment, revision)
     VALUES (@projectId, @commentId, NULL, (SELECT coalesce(max(revision), 0) + 1 FROM film_comments WHERE projectId = @projectId))
     ON CONFLICT DO UPDATE SET revision = excluded.revision`,
  );
  const intents = db.prepare(
    'SELECT n, commentId, intent, refusal FROM comment_intents WHERE projectId = ? ORDER BY n',
  );
  const intentsOf = db.prepare(
    'SELECT n, commentId, intent, refusal FROM comment_intents WHERE projectId = ? AND commentId = ? ORDER BY n',
  );
  const keep = db.prepare('INSERT INTO comment_intents (projectId, commentId, intent) VALUES (?, ?, ?)');
  const drop = db.prepare('DELETE FROM comment_intents WHERE n = ?');
  const setRefusal = db.prepare('UPDATE comment_intents SET refusal = ? WHERE n = ?');
  const dropRefused = db.prepare(
    'DELETE FROM comment_intents WHERE projectId = ? AND commentId = ? AND refusal IS NOT NULL',
  );
  const clearRefusals = db.prepare(
    'UPDATE comment_intents SET refusal = NULL WHERE projectId = ? AND commentId = ?',
  );
  const place = db.prepare('SELECT seq FROM comment_places WHERE projectId = ?').pluck();
  const setPlace = db.prepare('INSERT OR REPLACE INTO comment_places (projectId, seq) VALUES (?, ?)');
  const forget = ['film_comments', 'comment_intents', 'comment_places'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE projectId = ?`),
  );

  const keptIntent = ({ intent, ...stored }: StoredIntent): KeptIntent => ({
    ...stored,
    intent: CommentIntent.parse(JSON.parse(intent)),
  });
  const putComment = (projectId: string, commentId: string, comment: CutComment | null): boolean =>
    put.run({ projectId, commentId, comment: comment === null ? null : JSON.stringify(comment) }).changes > 0;
  const commentOf = (stored: StoredComment | undefined): CutComment | null =>
    stored === undefined || stored.comment === null ? null : CutComment.parse(JSON.parse(stored.comment));
  const allIntents = (projectId: string): KeptIntent[] =>
    (intents.all(projectId) as StoredIntent[]).map(keptIntent);

  return {
    changed(projectId, revision) {
      const stored = after.all(projectId, revision) as StoredComment[];
      const waiting = stored.length === 0 ? [] : allIntents(projectId);
      const rows = stored.map(
        (row): KeptComment => ({
          commentId: row.commentId,
          comment: commentOf(row),
          intents: waiting.filter(({ commentId }) => commentId === row.commentId),
        }),
      );
      return { rows, revision: stored.at(-1)?.revision ?? revision };
    },
    find: (projectId, commentId) => ({
      commentId,
      comment: commentOf(one.get(projectId, commentId) as StoredComment | undefined),
      intents: (intentsOf.all(projectId, commentId) as StoredIntent[]).map(keptIntent),
    }),
    seq: (projectId) => (place.get(projectId) as number | undefined) ?? 0,
    merge: (projectId, page) =>
      transactions.run(() => {
        let isNew = false;
        for (const comment of page.comments) isNew = putComment(projectId, comment.id, comment) || isNew;
        for (const id of page.removed) isNew = putComment(projectId, id, null) || isNew;
        setPlace.run(projectId, page.seq);
        return isNew;
      }),
    beginAgain: (projectId) => transactions.run(() => void setPlace.run(projectId, 0)),
    write: (projectId, commentId, intent) =>
      transactions.run(() => {
        keep.run(projectId, commentId, JSON.stringify(intent));
        touch.run({ projectId, commentId });
      }),
    waiting: (projectId) => allIntents(projectId).filter(({ refusal }) => refusal === null),
    told: (projectId, { n, commentId }, comment) =>
      transactions.run(() => {
        drop.run(n);
        if (!putComment(projectId, commentId, comment)) touch.run({ projectId, commentId });
      }),
    refuse: (projectId, { n, commentId }, why) =>
      transactions.run(() => {
        setRefusal.run(why, n);
        touch.run({ projectId, commentId });
      }),
    discard: (projectId, commentId) =>
      transactions.run(() => {
        dropRefused.run(projectId, commentId);
        touch.run({ projectId, commentId });
      }),
    tryAgain: (projectId, commentId) =>
      transactions.run(() => {
        clearRefusals.run(projectId, commentId);
        touch.run({ projectId, commentId });
      }),
    forget: (projectId) =>
      transactions.run(() => {
        for (const statement of forget) statement.run(projectId);
      }),
  };
}
