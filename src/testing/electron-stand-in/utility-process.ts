import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ForkOptions } from 'electron';
import { journal } from './journal.ts';
import { type Carried, PortCarrier, type PortStandIn } from './message-ports.ts';

const wrapper = fileURLToPath(new URL('utility-child.ts', import.meta.url));

/** `utilityProcess`, over real processes of Node. */
class UtilityProcessStandIn extends EventEmitter {
  private readonly child: ChildProcess;
  private readonly carrier: PortCarrier;
  constructor(modulePath: string, args: readonly string[], options: ForkOptions) {
    super();
    this.child = fork(wrapper, [modulePath, ...args], {
      serialization: 'advanced',
      execArgv: [...(options.execArgv ?? [])],
      env: { ...(options.env ?? process.env) } as NodeJS.ProcessEnv,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.carrier = new PortCarrier((message) => {
      if (this.child.connected) this.child.send(message, () => undefined);
    });
    journal({
      kind: 'forked',
      name: options.serviceName ?? '',
      pid: this.child.pid ?? 0,
      env: options.env ?? {},
      args: [...args],
    });
    this.child.once('spawn', () => this.emit('spawn'));
    this.child.on('message', (message: Carried) => {
      if (message.kind === 'message') this.emit('message', message.data);
      else this.carrier.receive(message);
    });
    this.child.once('exit', (code) => {
      this.carrier.closeAll();
      this.emit('exit', code ?? 1);
    });
  }
  get pid(): number | undefined {
    return this.child.pid;
  }
  postMessage(data: unknown, ports: readonly PortStandIn[] = []): void {
    if (!this.child.connected) return;
    const message: Carried = {
      kind: 'message',
      data,
      ports: ports.map((port) => this.carrier.give(port.node)),
    };
    this.child.send(message, () => undefined);
  }
  kill(): boolean {
    return this.child.kill('SIGKILL');
  }
}

export const utilityProcess = {
  fork: (modulePath: string, args: readonly string[] = [], options: ForkOptions = {}) =>
    new UtilityProcessStandIn(modulePath, args, options),
};
