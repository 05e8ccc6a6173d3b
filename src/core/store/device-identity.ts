import type Database from 'better-sqlite3';
import { readMeta } from './store-meta.ts';

/** Who this data folder is among the devices that hold the same projects. Changes once it is found to be a copy of another one. */
export interface DeviceIdentity {
  /** 16 hex digits: the last part of every stamp that is given here. */
  readonly deviceId: string;
  /** Goes on under the id that the database has now. */
  readAgain(): void;
}

export function readIdentity(db: Database.Database): DeviceIdentity {
  let { deviceId } = readMeta(db);
  return {
    get deviceId() {
      return deviceId;
    },
    readAgain() {
      ({ deviceId } = readMeta(db));
    },
  };
}
