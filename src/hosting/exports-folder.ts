import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export interface ExportsFolderSurroundings {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly userHome: string;
  readonly exists: (folder: string) => boolean;
}

const surroundings = (): ExportsFolderSurroundings => ({
  platform: process.platform,
  env: process.env,
  userHome: homedir(),
  exists: existsSync,
});

/**
 * Where films go that are given a name and no folder. A data folder that was named (`--home`, `REELWRIGHT_HOME`) keeps
 * its films, so that nothing appears elsewhere; otherwise they go where this system keeps videos, when it has such a place.
 */
export function chooseExportsFolder(
  home: string,
  homeWasNamed: boolean,
  { platform, env, userHome, exists }: ExportsFolderSurroundings = surroundings(),
): string {
  const inHome = join(home, 'exports');
  if (homeWasNamed || env['REELWRIGHT_HOME']) return inHome;
  const videos = join(userHome, platform === 'darwin' ? 'Movies' : 'Videos');
  return exists(videos) ? join(videos, 'Reelwright') : inHome;
}
