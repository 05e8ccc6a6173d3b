import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

/** What decides where the data folder is; passed in, so that every platform can be tested on any. */
export interface HomeSurroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly userHome: string;
}

/**
 * The data folder where none was given: `REELWRIGHT_HOME`, else the platform's own place for application data
 * (XDG base directories, Apple's Application Support, Windows' roaming profile). Not created here.
 */
export function defaultHome(
  { platform, env, userHome }: HomeSurroundings = {
    platform: process.platform,
    env: process.env,
    userHome: homedir(),
  },
): string {
  const path = platform === 'win32' ? win32 : posix;
  const given = env['REELWRIGHT_HOME'];
  if (given !== undefined && given !== '') return path.resolve(given);
  switch (platform) {
    case 'win32':
      return path.join(env['APPDATA'] || path.join(userHome, 'AppData', 'Roaming'), 'Reelwright');
    case 'darwin':
      return path.join(userHome, 'Library', 'Application Support', 'Reelwright');
    default: {
      const data = env['XDG_DATA_HOME'];
      // The XDG specification says that a relative path is to be ignored.
      const base =
        data !== undefined && path.isAbsolute(data) ? data : path.join(userHome, '.local', 'share');
      return path.join(base, 'reelwright');
    }
  }
}

/**
 * Where films go when no path is named: a folder among the person's own films, or, where a data folder was named, inside
 * that. Not created here.
 */
export function defaultExportsFolder(
  home: string | null,
  { platform, env, userHome }: HomeSurroundings = {
    platform: process.platform,
    env: process.env,
    userHome: homedir(),
  },
): string {
  const path = platform === 'win32' ? win32 : posix;
  const named = home ?? (env['REELWRIGHT_HOME'] || null);
  if (named !== null) return path.resolve(named, 'exports');
  return path.join(userHome, platform === 'darwin' ? 'Movies' : 'Videos', 'Reelwright');
}
