import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { NativeMenu } from '../../contract/desktop-bridge.ts';

/** The system's menu from the window's commands. Choosing one sends its id back. */
export function buildMenu(menu: NativeMenu, window: BrowserWindow, platform: NodeJS.Platform): Menu {
  const groups = menu.groups.map(
    ({ label, role, items }): MenuItemConstructorOptions => ({
      label,
      submenu: [
        ...items.map(
          (item): MenuItemConstructorOptions =>
            item === null
              ? { type: 'separator' }
              : {
                  label: item.label,
                  enabled: item.enabled,
                  // Shown only: the window's own keyboard runs commands, which knows whether a text is being typed.
                  ...(item.accelerator === null
                    ? {}
                    : { accelerator: item.accelerator, registerAccelerator: false }),
                  click: () => window.webContents.send('menu-command', item.id),
                },
        ),
        ...(role === 'edit' ? clipboardItems : []),
        ...(role === 'file' ? [{ type: 'separator' } as const, closingItem(platform)] : []),
      ],
    }),
  );
  const own: MenuItemConstructorOptions[] = platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  return Menu.buildFromTemplate([...own, ...groups, { role: 'windowMenu' }]);
}

/** What the system does best itself, in text fields. */
const clipboardItems: MenuItemConstructorOptions[] = [
  { type: 'separator' },
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
];

function closingItem(platform: NodeJS.Platform): MenuItemConstructorOptions {
  return platform === 'darwin' ? { role: 'close' } : { role: 'quit' };
}
