import { join } from 'node:path';
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { Fault } from '../../domain/kernel/result.ts';
import { type Asker, createAsker, type Served, serveQuestion } from './questions.ts';
import type {
  FromStudio,
  MainQuestions,
  StudioQuestions,
  StudioSettings,
  ToStudio,
} from './studio-messages.ts';
import { createWorkerForker } from './worker-forker.ts';

export interface StudioProcess extends Pick<Asker<StudioQuestions>, 'ask'> {
  /** Settles when the studio has opened its data folder, or with the fault that kept it from that. */
  readonly opened: Promise<Fault | null>;
  /** Settles when the process has ended, with its exit code. */
  readonly ended: Promise<number>;
  /** One end of a new line to the studio; the other end is on its way to it. */
  connect(): MessagePortMain;
  /** Ends the studio in order. */
  close(): Promise<void>;
}

/** How long a studio may take to close before it is ended. */
const closeGraceMs = 10_000;

/** Starts the studio in a process of its own and stands between it and what only the main process can do. */
export function forkStudio(settings: StudioSettings, served: Served<MainQuestions>): StudioProcess {
  const child = utilityProcess.fork(join(import.meta.dirname, 'studio.js'), [], {
    serviceName: 'Reelwright studio',
    // Nothing of this process's environment: keys that a shell exported stay out of it.
    env: libraryEnvironment(process.env),
    stdio: 'ignore',
  });
  const send = (message: ToStudio, ports: MessagePortMain[] = []): void => child.postMessage(message, ports);
  const asker = createAsker<StudioQuestions>(send);
  const workers = createWorkerForker(send);
  const ended = new Promise<number>((resolve) => child.once('exit', resolve));
  void ended.then(() => {
    asker.end();
    workers.endAll();
  });
  const opened = new Promise<Fault | null>((resolve) => {
    child.on('message', (message: FromStudio) => {
      switch (message.kind) {
        case 'opened':
          return resolve(null);
        case 'refused':
          return resolve(message.fault);
        case 'fork-worker':
          return workers.fork(message.id, message.name);
        case 'kill-worker':
          return workers.kill(message.id);
        case 'answer':
          return asker.receive(message);
        case 'question':
          return void serveQuestion(served, message).then((answer) => send(answer));
      }
    });
    void ended.then((code) => resolve(endedEarly(code)));
  });
  child.once('spawn', () => send({ kind: 'open', settings }));

  return {
    opened,
    ended,
    ask: asker.ask,
    connect() {
      const { port1, port2 } = new MessageChannelMain();
      send({ kind: 'window' }, [port1]);
      return port2;
    },
    close: () => closeInOrder(child, send, ended),
  };
}

async function closeInOrder(
  child: UtilityProcess,
  send: (message: ToStudio) => void,
  ended: Promise<number>,
): Promise<void> {
  send({ kind: 'close' });
  const timer = setTimeout(() => child.kill(), closeGraceMs);
  await ended;
  clearTimeout(timer);
}

function endedEarly(code: number): Fault {
  return {
    code: 'studio.ended',
    message: `The studio ended before it had opened its data (exit code ${code}). Everything that was saved is still there. It is started again.`,
  };
}

const passedOn = [
  'PATH',
  'HOME',
  'USERPROFILE',
  'LANG',
  'LC_ALL',
  'TZ',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SystemRoot',
  'windir',
];

function libraryEnvironment(all: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(passedOn.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])));
}
