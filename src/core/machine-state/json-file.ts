import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { storeFaultOf } from '../store/store-faults.ts';

export interface JsonFileOptions<T> {
  readonly path: string;
  readonly schema: z.ZodType<T>;
  /** What stands where there is no file, or none that can be read. */
  readonly empty: T;
  readonly readOnly: boolean;
}

/** A small value of this computer, kept whole in one file of the data folder. */
export interface JsonFile<T> {
  readonly value: T;
  /** The new value holds from here on, also where the disk does not take it; the fault says so. */
  write(value: T): Result<void>;
}

/**
 * State of this device that is neither synced nor part of a project: preferences, notices. Beside the database and not in
 * it, so that what was said about a damaged database, and how the window looks, outlive its repair. A file appears whole
 * or not at all; one that cannot be read is put aside and begun anew.
 */
export function createJsonFile<T>({ path, schema, empty, readOnly }: JsonFileOptions<T>): JsonFile<T> {
  let value = readWhole(path, schema, readOnly) ?? empty;
  return {
    get value() {
      return value;
    },
    write(next) {
      value = next;
      if (readOnly) return ok(undefined);
      try {
        writeWhole(path, `${JSON.stringify(next)}\n`);
        return ok(undefined);
      } catch (thrown) {
        return { ok: false, fault: storeFaultOf(thrown, dirname(path)) };
      }
    },
  };
}

function readWhole<T>(path: string, schema: z.ZodType<T>, readOnly: boolean): T | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return null; // Not written yet, or not readable by us: what is empty then is the usual.
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    if (!readOnly) putAside(path);
    return null;
  }
}

function putAside(path: string): void {
  try {
    renameSync(path, `${path}.damaged`);
  } catch {
    // It stays where it is and is replaced with the next write.
  }
}

/** Owner only: nobody else on this computer has a business here. */
export function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const partial = `${path}.partial`;
  try {
    const file = openSync(partial, 'w', 0o600);
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(partial, path);
  } catch (thrown) {
    rmSync(partial, { force: true });
    throw thrown;
  }
}
