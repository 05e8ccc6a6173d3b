import { existsSync, rmSync, statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { homeLayout } from '../home-layout.ts';
import { sayTime } from '../say-time.ts';
import { listSnapshots } from '../snapshots.ts';
import type { Store, StoreNotice } from '../store.ts';
import type { Holder } from '../writer-lock.ts';
import { bringBackEverything, bringBackPaidWork } from './bring-back.ts';
import { examineDatabase } from './examine-database.ts';
import { keepCopy } from './keep-copy.ts';
import { bareCopy, keptAs, newestCandidate, restore, type SetAside, setAside } from './repair-database.ts';
import { repairRows } from './repair-rows.ts';
import { nothingSalvaged, type Salvaged, salvage } from './salvage.ts';

export interface RecoverParts {
  readonly home: string;
  readonly nowMs: number;
  readonly knownSchema: number;
  /** Who had the folder before and did not close it. */
  readonly crashed: Holder | null;
}

export interface Recovery {
  /** What to tell the person, besides what `afterOpen` returns. */
  readonly notices: readonly StoreNotice[];
  /** The rest of the repair, once the database is open: rows are brought back through the one write path. */
  readonly afterOpen: ((store: Store, db: Database.Database) => StoreNotice | null) | null;
}

const nothingToDo: Recovery = { notices: [], afterOpen: null };

/**
 * Looks at what is under the database's name before it is opened, and where it is damaged or gone puts the newest good
 * state there. Leaves no file there when there is none: a new database is then made. Never throws for damage.
 */
export function recover(parts: RecoverParts): Recovery {
  const { home, knownSchema, crashed } = parts;
  const { database, snapshots, suspect } = homeLayout(home);
  if (!existsSync(database)) {
    const hadOne = existsSync(`${database}-wal`) || listSnapshots(snapshots).length > 0;
    return hadOne ? repair(parts, 'the file is gone', true) : nothingToDo;
  }
  const suspected = existsSync(suspect);
  // Looking at the database makes an empty log where there was none.
  const logGone = crashed?.state === 'open' && !existsSync(`${database}-wal`);
  const found = examineDatabase(database, { knownSchema, everyPage: suspected });
  switch (found.kind) {
    case 'newer':
      return nothingToDo;
    case 'damaged':
      return repair(parts, found.reason, !found.foreignLog);
    case 'sound': {
      const { walLoss } = found;
      const folder = walLoss !== null || suspected ? keepCopy(home, parts.nowMs) : '';
      const notices: StoreNotice[] = [];
      if (walLoss !== null) notices.push(lostFromLog(home, folder, walLoss));
      else if (logGone) notices.push(lostLog(home, statSync(database).mtimeMs));
      return { notices, afterOpen: suspected ? (store, db) => repairRows(store, db, folder) : null };
    }
  }
}

function repair(parts: RecoverParts, reason: string, readable: boolean): Recovery {
  const { home, knownSchema } = parts;
  const { database } = homeLayout(home);
  const aside = setAside(home, parts.nowMs);
  const salvaged = readable ? salvage(aside) : nothingSalvaged;
  const candidate = newestCandidate({ home, knownSchema }, aside);
  try {
    // Where only indexes or the undo history are bad, the records themselves beat an older copy of everything.
    const recordsAreNewer = salvaged.complete && salvaged.lastStamp > (candidate?.lastStamp ?? '');
    if (candidate !== null && !recordsAreNewer) {
      const notice = restore({ home, reason, knownSchema }, candidate, aside);
      return {
        notices: [notice],
        afterOpen: (store) => {
          bringBackPaidWork(store, salvaged);
          return null;
        },
      };
    }
    return { notices: [], afterOpen: (store) => rebuilt(store, reason, salvaged, aside) };
  } finally {
    rmSync(bareCopy(database), { force: true });
  }
}

function rebuilt(store: Store, reason: string, salvaged: Salvaged, aside: SetAside): StoreNotice {
  const { read, copied } = bringBackEverything(store, salvaged);
  const was = `The database in ${store.home} was damaged (${reason})`;
  if (read + copied === 0) {
    const message = `${was}, and there is no good safety copy. It starts empty. ${keptAs(aside)}`;
    return { code: 'store.started-empty', message };
  }
  const bad = [...salvaged.tables.values()].reduce((sum, table) => sum + table.bad.length, 0);
  const took = `${read} records were read from it into a new one${copied > 0 ? `, and ${copied} from safety copies` : ''}`;
  const lost = [
    ...(bad > copied ? [`${bad - copied} bad records`] : []),
    ...(salvaged.complete ? [] : ['what could not be reached']),
    'the undo history',
  ];
  const message = `${was}. ${took}; lost: ${lost.join(', ')}. ${keptAs(aside)}`;
  return { code: 'store.salvaged', message };
}

function lostFromLog(
  home: string,
  folder: string,
  loss: { commits: number; acknowledged: boolean },
): StoreNotice {
  const what = loss.acknowledged
    ? `Its newest edits (at least ${loss.commits}) could not be read and are lost`
    : 'Its last edit had not reached the disk whole and is not there';
  return {
    code: 'store.edits-lost',
    message: `The database in ${home} was not closed in order. ${what}; everything before is kept. A copy of the files as they were found is in ${folder}.`,
  };
}

function lostLog(home: string, writtenMs: number): StoreNotice {
  return {
    code: 'store.edits-lost',
    message: `The database in ${home} was not closed in order, and the file with its newest edits (reelwright.db-wal) is gone. Edits made after ${sayTime(writtenMs)} may be missing; everything before is kept.`,
  };
}
