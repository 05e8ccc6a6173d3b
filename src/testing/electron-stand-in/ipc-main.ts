import { EventEmitter } from 'node:events';
import type { IpcMain } from 'electron';

type Handler = Parameters<IpcMain['handle']>[1];

class IpcMainStandIn extends EventEmitter {
  readonly handlers = new Map<string, Handler>();
  handle(channel: string, handler: Handler): void {
    this.handlers.set(channel, handler);
  }
}

export const ipcMain = new IpcMainStandIn();
