import { EventEmitter } from 'node:events';
import type { MenuItemConstructorOptions } from 'electron';
import { journal, onOrder } from './journal.ts';

let dialogPaths: readonly string[] = [];
let menu: MenuItemConstructorOptions[] = [];

export const dialog = {
  showOpenDialog: async () => ({ canceled: dialogPaths.length === 0, filePaths: [...dialogPaths] }),
  showSaveDialog: async () => ({ canceled: dialogPaths.length === 0, filePath: dialogPaths[0] ?? '' }),
  showErrorBox: (title: string, content: string) => console.error(`${title}: ${content}`),
};

export const Menu = {
  buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
  setApplicationMenu(template: MenuItemConstructorOptions[]) {
    menu = template;
    const labels = items(template).map(({ label }) => label ?? '');
    journal({ kind: 'menu', labels: labels.filter((label) => label !== '') });
  },
};

export const shell = {
  openExternal: async (url: string) => journal({ kind: 'opened-outside', url }),
  showItemInFolder: (path: string) => journal({ kind: 'revealed', path }),
};

export const nativeTheme = { shouldUseDarkColors: true };

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
};

/** A cipher that can be told from none: what it writes never holds the text. */
export const safeStorage = {
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => process.env['STAND_IN_SECRET_BACKEND'] ?? 'gnome_libsecret',
  encryptString: (text: string) => Buffer.from(Buffer.from(text).map((byte) => byte ^ 0x5a)),
  decryptString: (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0x5a)).toString(),
};

type PermissionHandler = (contents: null, permission: string, answer: (granted: boolean) => void) => void;

class SessionStandIn extends EventEmitter {
  request: PermissionHandler = (_contents, _permission, answer) => answer(true);
  setPermissionRequestHandler(handler: PermissionHandler): void {
    this.request = handler;
  }
  setPermissionCheckHandler(): void {}
  setDevicePermissionHandler(): void {}
}

const defaultSession = new SessionStandIn();
export const session = { defaultSession };

onOrder((order) => {
  if (order.kind === 'answer-dialogs') dialogPaths = order.paths;
  if (order.kind === 'choose-menu') {
    const item = items(menu).find(({ label }) => label === order.label);
    item?.click?.({} as never, undefined, {} as never);
  }
  if (order.kind === 'ask-permission') {
    defaultSession.request(null, order.name, (granted) =>
      journal({ kind: 'permission', name: order.name, granted }),
    );
  }
});

function items(template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])]);
}
