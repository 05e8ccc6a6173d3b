/** Words of the parts that every page is made of, in English. */
export const parts = {
  close: 'Close',
  clear: 'Clear',
  notSaved: 'Not saved yet. It is kept here; press Enter to try again.',
  anyNumber: 'Type a number.',
  numberBetween: (min: number, max: number) => `Type a number from ${min} to ${max}.`,
  timecodeExpected: 'Type a time like 3:04 (seconds and frames), 2.5s, 48f or +12.',
  starting: 'Starting …',
  doneOf: (done: string, total: string) => `${done} of ${total}`,
  timeLeft: (time: string) => `${time} left`,
  /** Keys by the names that commands use, where a word stands on them. */
  keys: {
    Mod: 'Ctrl',
    Ctrl: 'Ctrl',
    Alt: 'Alt',
    Shift: 'Shift',
    Space: 'Space',
    Enter: 'Enter',
    Escape: 'Esc',
    Delete: 'Del',
    Backspace: 'Backspace',
    Home: 'Home',
    End: 'End',
    PageUp: 'Page up',
    PageDown: 'Page down',
    Tab: 'Tab',
  },
};
