import {
  app,
  BrowserWindow,
  dialog,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  ipcMain,
  Menu,
  shell,
} from 'electron';
import { z } from 'zod';
import type { NativeMenu } from '../../contract/desktop-bridge.ts';
import { isStoryFile } from '../files/story-files.ts';
import type { StudioKeeper } from '../line/keep-studio.ts';
import { isStudioPage } from '../protection/lock-down.ts';
import { buildMenu } from './build-menu.ts';
import { createSystemNotices } from './system-notices.ts';

const Path = z.string().min(1).max(4_096);
const Question = z.object({
  title: z.string().max(200),
  filters: z
    .array(
      z.object({
        name: z.string().max(100),
        extensions: z.array(z.string().regex(/^[a-z0-9]{1,10}$/)).max(50),
      }),
    )
    .max(10),
});
const OpenQuestion = Question.extend({ many: z.boolean() });
const SaveQuestion = Question.extend({ suggestedName: z.string().max(255) });
const NoticeInput = z.object({
  id: z.string().min(1).max(200),
  title: z.string().max(200),
  body: z.string().max(2_000),
});
const MenuInput = z.object({
  groups: z
    .array(
      z.object({
        label: z.string().max(100),
        role: z.enum(['file', 'edit', 'view', 'other']),
        items: z
          .array(
            z
              .object({
                id: z.string().max(100),
                label: z.string().max(500),
                accelerator: z.string().max(50).nullable(),
                enabled: z.boolean(),
              })
              .nullable(),
          )
          .max(200),
      }),
    )
    .max(20),
}) satisfies z.ZodType<NativeMenu>;

/**
 * What a window may ask of the main process beyond the contract. Every message is from one of our own pages or is
 * dropped, and is parsed before anything is done.
 */
export function serveWindowCalls(studio: StudioKeeper, takeWaitingFiles: () => readonly string[]): void {
  const invoked = <T>(
    channel: string,
    input: z.ZodType<T>,
    serve: (given: T, window: BrowserWindow) => unknown,
  ) =>
    ipcMain.handle(channel, (event: IpcMainInvokeEvent, given: unknown) =>
      serve(input.parse(given), windowOf(event)),
    );
  const told = <T>(channel: string, input: z.ZodType<T>, serve: (given: T, window: BrowserWindow) => void) =>
    ipcMain.on(channel, (event: IpcMainEvent, given: unknown) => {
      const parsed = input.safeParse(given);
      if (parsed.success) serve(parsed.data, windowOf(event));
    });

  told('connect-studio', z.unknown(), (_given, window) => {
    void studio.connect().then((port) => {
      if (window.isDestroyed()) port.close();
      else window.webContents.postMessage('studio-port', null, [port]);
    });
  });
  told('ready-for-files', z.unknown(), (_given, window) => {
    for (const path of takeWaitingFiles()) window.webContents.send('open-file', path);
  });
  told('set-menu', MenuInput, (menu, window) =>
    Menu.setApplicationMenu(buildMenu(menu, window, process.platform)),
  );
  told('notify', NoticeInput, createSystemNotices());
  told('add-recent-file', Path, (path) => {
    if (isStoryFile(path)) app.addRecentDocument(path);
  });
  invoked('open-files', OpenQuestion, async ({ title, filters, many }, window) => {
    const properties = many ? (['openFile', 'multiSelections'] as const) : (['openFile'] as const);
    const answer = await dialog.showOpenDialog(window, { title, filters, properties: [...properties] });
    return answer.canceled ? [] : answer.filePaths;
  });
  invoked('save-path', SaveQuestion, async ({ title, filters, suggestedName }, window) => {
    const answer = await dialog.showSaveDialog(window, { title, filters, defaultPath: suggestedName });
    return answer.canceled || answer.filePath === '' ? null : answer.filePath;
  });
  invoked('reveal-file', Path, async (path) => {
    const ours = await studio.ask('wroteFilm', { path });
    if (ours.ok && ours.value) shell.showItemInFolder(path);
  });
}

function windowOf(event: IpcMainEvent | IpcMainInvokeEvent): BrowserWindow {
  const window = BrowserWindow.fromWebContents(event.sender);
  if (window === null || !isStudioPage(event.senderFrame?.url ?? '')) {
    throw new Error('This call did not come from a page of the studio.');
  }
  return window;
}
