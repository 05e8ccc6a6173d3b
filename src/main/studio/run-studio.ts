import { RPCHandler } from '@orpc/server/message-port';
import type { MessagePortMain, ParentPort } from 'electron';
import { createPortWorkerHost } from '../../adapters/worker-processes/create-port-worker-host.ts';
import { router } from '../../core/handlers/router.ts';
import type { Studio } from '../../core/studio.ts';
import { type Control, serveControl } from '../../hosting/control/serve-control.ts';
import { openStudio } from '../../hosting/open-studio.ts';
import { createAsker, serveQuestion } from '../line/questions.ts';
import type { FromStudio, MainQuestions, StudioSettings, ToStudio } from '../line/studio-messages.ts';
import { answerMain } from './answer-main.ts';
import { keysOfMain } from './keys-of-main.ts';
import { createRemoteWorkers } from './remote-workers.ts';

/** The studio in a process of its own: opens it, and serves its lines until it is told to close. */
export function runStudio(parent: ParentPort): void {
  const send = (message: FromStudio): void => parent.postMessage(message);
  const asker = createAsker<MainQuestions>(send);
  const workers = createRemoteWorkers(send);
  const rpc = new RPCHandler(router);
  let studio: Studio | null = null;
  let control: Control | null = null;

  const open = (settings: StudioSettings): void => {
    const opened = openStudio({
      home: settings.home,
      what: 'the desktop app',
      readOnly: false,
      provider: null,
      env: { ...settings.services },
      workers: createPortWorkerHost(workers.fork),
      exportsFolder: settings.exportsFolder,
      kind: 'electron',
      keys: keysOfMain(settings, asker),
      takesLinks: settings.takesLinks,
    });
    if (!opened.ok) {
      send({ kind: 'refused', fault: { code: opened.fault.code, message: opened.fault.message } });
      return;
    }
    studio = opened.value;
    send({ kind: 'opened' });
    void serveControl({
      studio,
      what: 'the desktop app',
      show: () => {
        void asker.ask('showWindow', {});
        return null;
      },
    }).then(
      (serving) => {
        control = serving;
      },
      // Without the line, a command line is told who has the folder open, as by any other writer.
      () => undefined,
    );
  };

  const serveWindow = (port: MessagePortMain): void => {
    if (studio === null) {
      port.close();
      return;
    }
    rpc.upgrade(port, { context: { ...studio.parts, access: 'any' } });
    port.start();
  };

  parent.on('message', ({ data, ports }: { data: ToStudio; ports: MessagePortMain[] }) => {
    const [port] = ports;
    switch (data.kind) {
      case 'open':
        return open(data.settings);
      case 'window':
        return port === undefined ? undefined : serveWindow(port);
      case 'worker':
        return port === undefined ? undefined : workers.started(data.id, port);
      case 'worker-ended':
        return workers.ended(data.id, data.why);
      case 'answer':
        return asker.receive(data);
      case 'question':
        return void serveQuestion(answerMain(studio), data).then(send);
      case 'close':
        control?.close();
        return void (studio?.close() ?? Promise.resolve()).finally(() => process.exit(0));
    }
  });
}
