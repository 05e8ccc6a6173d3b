import { createStore, type StoreApi } from 'zustand/vanilla';

/** Paths of story files that the system asked this window to open, until the library takes them. */
export type OpenedFiles = StoreApi<readonly string[]>;

export function createOpenedFiles(): OpenedFiles {
  return createStore<readonly string[]>(() => []);
}

/** The file that has waited longest, which then waits no more; null while there is none. */
export function takeOpenedFile(files: OpenedFiles): string | null {
  const [first, ...rest] = files.getState();
  if (first === undefined) return null;
  files.setState(rest, true);
  return first;
}
