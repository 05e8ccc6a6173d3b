/** Where Electron's runtime is, or why the studio is served to a browser instead. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';

/** The package brings no runtime; it is fetched once, about 110 MB. */
const fetchMs = 300_000;
/** Without a network nobody shall wait for one. */
const reachMs = 2_000;

/**
 * @param {(sentence: string) => void} say
 * @returns {Promise<{ program: string } | { why: string }>}
 */
export async function findDesktopRuntime(say, { platform, env, userId } = surroundings()) {
  const program = installedRuntime(env);
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) {
    return { why: 'There is no display for a desktop window here' };
  }
  if (platform === 'linux' && userId === 0)
    return { why: 'A desktop window is not opened for the root user' };
  if (program !== null) return { program };
  if (!(await canReach(downloadHost(env)))) {
    return { why: 'The runtime of the desktop app is not here, and there is no network to fetch it' };
  }
  say('Fetching the runtime of the desktop app, once (about 110 MB) …');
  if (await fetchRuntime()) {
    const fetched = installedRuntime(env);
    if (fetched !== null) return { program: fetched };
  }
  return { why: 'The runtime of the desktop app could not be fetched' };
}

function surroundings() {
  return { platform: process.platform, env: process.env, userId: process.getuid?.() };
}

/** The program, without asking the package for it: that would begin to fetch one. */
export function installedRuntime(env) {
  const folder = packageFolder();
  if (folder === null) return null;
  const named = env.ELECTRON_OVERRIDE_DIST_PATH;
  const pathFile = join(folder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  const program = join(named || join(folder, 'dist'), name);
  return existsSync(program) ? program : null;
}

function packageFolder() {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    // An install without development packages has none.
    return null;
  }
}

function downloadHost(env) {
  try {
    return new URL(env.ELECTRON_MIRROR || 'https://github.com').hostname;
  } catch {
    return 'github.com';
  }
}

function canReach(host) {
  return new Promise((settle) => {
    const socket = connect({ host, port: 443, timeout: reachMs });
    const end = (reached) => {
      socket.destroy();
      settle(reached);
    };
    // Looking up the name has no time limit of its own.
    const timer = setTimeout(() => end(false), reachMs);
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
    socket.once('close', () => clearTimeout(timer));
  });
}

function fetchRuntime() {
  return new Promise((settle) => {
    const child = spawn(process.execPath, [join(packageFolder(), 'install.js')], {
      stdio: 'ignore',
      timeout: fetchMs,
    });
    child.once('error', () => settle(false));
    child.once('exit', (code) => settle(code === 0));
  });
}
