import { EventEmitter } from 'node:events';
import type { NotificationConstructorOptions } from 'electron';
import { journal, onOrder } from './journal.ts';

let last: Notification | null = null;

/** A notification of the system, which a test sees in the journal and chooses by an order. */
export class Notification extends EventEmitter {
  private readonly options: NotificationConstructorOptions;
  constructor(options: NotificationConstructorOptions) {
    super();
    this.options = options;
  }
  static isSupported(): boolean {
    return true;
  }
  show(): void {
    last = this;
    const { title = '', body = '' } = this.options;
    journal({ kind: 'notified', title, body });
  }
}

onOrder((order) => {
  if (order.kind === 'choose-notification') last?.emit('click');
});
