import { EventEmitter } from 'node:events';
import { pathToFileURL } from 'node:url';
import { type Carried, PortCarrier, type PortStandIn } from './message-ports.ts';

/** The child's side of {@link utilityProcess}: gives it `process.parentPort`, then loads its module. */
class ParentPortStandIn extends EventEmitter {
  private readonly carrier = new PortCarrier((message) => this.send(message));
  constructor() {
    super();
    process.on('message', (message: Carried) => {
      if (message.kind !== 'message') return this.carrier.receive(message);
      const ports: PortStandIn[] = message.ports.map((number) => this.carrier.take(number));
      this.emit('message', { data: message.data, ports });
    });
    // Electron ends its utility processes with the application.
    process.on('disconnect', () => {
      this.carrier.closeAll();
      setTimeout(() => process.exit(0), 3_000).unref();
    });
  }
  postMessage(data: unknown): void {
    this.send({ kind: 'message', data, ports: [] });
  }
  private send(message: Carried): void {
    if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
  }
}

const [, , modulePath = ''] = process.argv;
Object.defineProperty(process, 'parentPort', { value: new ParentPortStandIn() });
await import(pathToFileURL(modulePath).href);
