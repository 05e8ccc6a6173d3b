/**
 * Every entry point calls this before it loads anything else: on a Node before 24 better-sqlite3 would end the process
 * without a word. Plain JavaScript on Node's own modules, so that it runs on any Node.
 *
 * npm 11 links the Node 24 that `npm ci` brings as node_modules/.bin/node, so that scripts start on it at once. npm 10
 * removes that link again together with the packages of the other platforms; there, the process hands over to it here.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const neededMajor = 24;
const handedOver = 'REELWRIGHT_NODE_HANDED_OVER';

/** Returns at once on a new enough Node; otherwise hands the whole command line over to the installed one, or ends. */
export function requireNode() {
  if (Number(process.versions.node.split('.')[0]) >= neededMajor) {
    if (process.env[handedOver] && process.send) endWithParent();
    delete process.env[handedOver];
    return;
  }
  const newer = installedNode();
  if (newer === null || process.env[handedOver]) {
    console.error(
      `Reelwright needs Node ${neededMajor} or newer; this is Node ${process.versions.node} (${process.execPath}). ` +
        'Nothing was started and nothing was changed. Run "npm ci" in the project folder, which brings a Node 24 for Linux and Windows, or install Node 24 from nodejs.org.',
    );
    process.exit(1);
  }
  handOver(newer);
}

/** Node 24 as npm unpacked it, or null where the platform has no such package. */
function installedNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = join(
    dirname(dirname(fileURLToPath(import.meta.url))),
    'node_modules',
    `node-${system}-${process.arch}`,
    'bin',
    binary,
  );
  return existsSync(path) ? path : null;
}

/** Runs the same command on `node` and ends as it ends. The old process only passes signals on. */
function handOver(node) {
  const child = spawn(node, [...process.execArgv, ...process.argv.slice(1)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, [handedOver]: '1', PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(
      `Node ${neededMajor} at ${node} could not be started: ${error.message}. Nothing was changed.`,
    );
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    if (signal) process.kill(process.pid, signal);
    process.exit(code ?? 1);
  });
  // The caller's next lines must not run on the old Node: leave its module graph, keep only the event loop.
  const stop = new Error('handed over');
  process.once('uncaughtException', (error) => {
    if (error !== stop) throw error;
  });
  throw stop;
}

/** The old process is our ear for signals: when it is killed, we must not work on unseen. */
function endWithParent() {
  process.channel?.unref();
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
}
