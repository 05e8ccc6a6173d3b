import { fork } from 'node:child_process';
import type { FromWorker } from '../../core/ports/worker-messages.ts';
import type { WorkerChannel } from './worker-channel.ts';
import { workerEnvironment } from './worker-environment.ts';

const keptErrorChars = 4_000;

/** A worker as a child process of this Node, with its IPC channel as the line. */
export function forkWorker(
  entryPath: string,
  nodeOptions: readonly string[],
): { readonly channel: WorkerChannel; readonly pid: number | undefined } {
  let errorOutput = '';
  const child = fork(entryPath, [], {
    serialization: 'advanced',
    execArgv: [...nodeOptions],
    env: workerEnvironment(process.env),
    // Nothing of a worker may reach stdout, which belongs to the command's own answer.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    errorOutput = (errorOutput + chunk.toString()).slice(-keptErrorChars);
  });
  // The pipe never holds the studio open: errors are of interest only while a call waits for the process.
  (child.stderr as unknown as { unref?: () => void } | null)?.unref?.();
  const hold = (alive: boolean): void => {
    const change = alive ? 'ref' : 'unref';
    child[change]();
    child.channel?.[change]();
  };
  hold(false);

  const channel: WorkerChannel = {
    get open() {
      return child.connected;
    },
    send: (message) => void child.send(message),
    onMessage: (listener) => void child.on('message', (message: FromWorker) => listener(message)),
    onEnd(listener) {
      let told = false;
      const end = (why: string): void => {
        if (told) return;
        told = true;
        listener(why);
      };
      child.on('error', (error) => {
        // Without a pid it never started; otherwise this is a failed send, and 'exit' tells the reason.
        if (child.pid === undefined) end(error.message);
      });
      child.once('exit', (code, signal) => {
        const why = signal === null ? `exit code ${code}` : `signal ${signal}`;
        // Answers sent just before the end may still be in the channel; 'disconnect' comes after the last of them.
        if (child.connected) child.once('disconnect', () => end(why));
        else end(why);
      });
    },
    hold,
    disconnect() {
      if (child.connected) child.disconnect();
    },
    kill: () => void child.kill('SIGKILL'),
    errorOutput: () => errorOutput,
  };
  return { channel, pid: child.pid };
}
