/** Where a command's menu entry stands, and how the palette groups it. */
export type CommandGroup = 'file' | 'edit' | 'view' | 'text' | 'shot' | 'clip' | 'play' | 'help';

/**
 * One thing a person can do, as data: menu, palette, context menus, tooltips and the keyboard all read it from here. What
 * it does is attached by the page that can do it, while that page is shown ({@link useCommands}).
 */
export interface CommandSpec {
  /** Noun and verb: "timeline.split". Its title is `words.commands[id]`. */
  readonly id: string;
  readonly group: CommandGroup;
  /**
   * Keys by default, the first shown beside the title: "Mod+K" (Command on a Mac, Control elsewhere), "Shift+Delete",
   * "J", "Alt+ArrowUp". Single letters are those of the keyboard's layout.
   */
  readonly keys: readonly string[];
  /** May be used while a text field has the focus. */
  readonly inFields?: boolean;
  /** May be used while a dialog or a floating panel has the focus: for those that open and close one. */
  readonly inDialogs?: boolean;
  /** Runs again and again while its keys are held: stepping, nudging, zooming. */
  readonly repeats?: boolean;
}
