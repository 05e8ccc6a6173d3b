import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { MessagePortMain } from 'electron';

/** A port as Electron's main and utility processes have it, over one of Node's. */
export class PortStandIn extends EventEmitter implements MessagePortMain {
  readonly node: MessagePort;
  constructor(node: MessagePort) {
    super();
    this.node = node;
    node.on('close', () => this.emit('close'));
  }
  postMessage(message: unknown): void {
    this.node.postMessage(message);
  }
  start(): void {
    this.node.on('message', (data: unknown) => this.emit('message', { data, ports: [] }));
  }
  close(): void {
    this.node.close();
  }
}

export class MessageChannelMain {
  readonly port1: PortStandIn;
  readonly port2: PortStandIn;
  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new PortStandIn(port1);
    this.port2 = new PortStandIn(port2);
  }
}

/** What two processes of the stand-in say to each other; a port that is passed on is carried by its number. */
export type Carried =
  | { readonly kind: 'message'; readonly data: unknown; readonly ports: readonly number[] }
  | { readonly kind: 'port-message'; readonly port: number; readonly data: unknown }
  | { readonly kind: 'port-close'; readonly port: number };

/** Carries ports across the line between two processes, which Node's own cannot cross. */
export class PortCarrier {
  private readonly ports = new Map<number, MessagePort>();
  private readonly send: (message: Carried) => void;
  private last = 0;
  constructor(send: (message: Carried) => void) {
    this.send = send;
  }
  /** This side gives a port away: what arrives at it goes over the line from now on. */
  give(port: MessagePort, number = ++this.last): number {
    this.ports.set(number, port);
    port.on('message', (data) => this.send({ kind: 'port-message', port: number, data }));
    port.on('close', () => {
      if (this.ports.delete(number)) this.send({ kind: 'port-close', port: number });
    });
    return number;
  }
  /** This side gets a port that the other gave away. */
  take(number: number): PortStandIn {
    const { port1, port2 } = new MessageChannel();
    this.give(port1, number);
    return new PortStandIn(port2);
  }
  receive(message: Carried): void {
    if (message.kind === 'port-message') this.ports.get(message.port)?.postMessage(message.data);
    if (message.kind !== 'port-close') return;
    const port = this.ports.get(message.port);
    this.ports.delete(message.port);
    port?.close();
  }
  closeAll(): void {
    for (const port of this.ports.values()) port.close();
    this.ports.clear();
  }
}
