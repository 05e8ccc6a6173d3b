import { app } from 'electron';
import { isStoryFile } from './story-files.ts';

export interface WaitingFiles {
  add(paths: readonly string[]): void;
  take(): readonly string[];
}

/** Story files that the system asked to open, kept until a page is there that can. */
export function createWaitingFiles(onArrival: () => void): WaitingFiles {
  let waiting: string[] = [];
  const add = (paths: readonly string[]): void => {
    // A link of ours is no file, whatever it ends in.
    const isWord = (path: string): boolean => path.startsWith('-') || path.startsWith('reelwright:');
    const stories = paths.filter((path) => !isWord(path) && isStoryFile(path));
    waiting.push(...stories);
    if (stories.length > 0) onArrival();
  };
  // macOS names files by an event, which may come before the application is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    add([path]);
  });
  return {
    add,
    take() {
      const taken = waiting;
      waiting = [];
      return taken;
    },
  };
}
