/** A command as the system's menu shows it; choosing it sends its id to the window. */
export interface NativeMenuItem {
  readonly id: string;
  readonly label: string;
  /** In Electron's spelling: "CmdOrCtrl+Shift+Z". */
  readonly accelerator: string | null;
  readonly enabled: boolean;
}

export interface NativeMenu {
  /** File, Edit, View …, in order. */
  readonly groups: readonly {
    readonly label: string;
    readonly role: 'file' | 'edit' | 'view' | 'other';
    /** null draws a line. */
    readonly items: readonly (NativeMenuItem | null)[];
  }[];
}

export interface FileQuestion {
  readonly title: string;
  readonly filters: readonly { readonly name: string; readonly extensions: readonly string[] }[];
}

/**
 * What the desktop host adds to a window, as `window.reelwright`: one frozen object, made by the preload script. All else
 * goes over the contract. In a browser it is not there.
 */
export interface DesktopBridge {
  readonly platform: 'darwin' | 'win32' | 'linux';
  /** Asks for a new port to the studio. It arrives as a window message whose data is {@link studioPortMessage}. */
  connect(): void;
  /** The studio's process has ended and its ports with it, which not every Chromium tells a page. Returns the way to stop listening. */
  onStudioGone(listener: () => void): () => void;
  /** The path of a file that was dropped or chosen; takes the DOM's `File`. Empty for one that is not on disk. */
  pathOfFile(file: unknown): string;
  openFiles(question: FileQuestion & { readonly many: boolean }): Promise<readonly string[]>;
  /** Where to save; null when the person thought better of it. */
  savePath(question: FileQuestion & { readonly suggestedName: string }): Promise<string | null>;
  /** Shows a finished film in the system's file manager. Only paths that the studio wrote. */
  revealFile(path: string): Promise<void>;
  setMenu(menu: NativeMenu): void;
  /** A command that was chosen in the menu. Returns the way to stop listening. */
  onMenuCommand(listener: (commandId: string) => void): () => void;
  /** A story file that the system asked the studio to open. */
  onOpenFile(listener: (path: string) => void): () => void;
  /** A notice of the system, shown while none of our windows has the focus; the same `id` once. */
  notify(notice: { readonly id: string; readonly title: string; readonly body: string }): void;
  /** A notice of the system was chosen, and the window stands before the others now. Returns the way to stop listening. */
  onNoticeChosen(listener: (id: string) => void): () => void;
  /** Adds a file to the system's list of recent documents. */
  addRecentFile(path: string): void;
}

/** Data of the window message that carries a port to the studio. */
export const studioPortMessage = 'reelwright:studio-port';
