import { useMemo } from 'react';
import type { Catalogue } from './catalogue.ts';
import { useWords } from './use-words.ts';

type KeyWords = Catalogue['parts']['keys'];

const macSigns: Readonly<Record<string, string>> = { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' };
const signs: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};
const macKeys: Readonly<Record<string, string>> = { Enter: '↩', Backspace: '⌫', Delete: '⌦', Escape: '⎋' };
/** Modifiers in the order that each system writes them. */
const macOrder = ['Ctrl', 'Alt', 'Shift', 'Mod'];
const otherOrder = ['Mod', 'Ctrl', 'Alt', 'Shift'];

/** The parts of a shortcut as a person reads them: "Mod+Shift+Z" is ⇧ ⌘ Z on a Mac, Ctrl Shift Z elsewhere. */
export function keyCaps(keys: string, isMac: boolean, words: KeyWords): readonly string[] {
  // A plus sign at the end is the key "+", not a separator.
  const parts = keys.endsWith('+') ? [...keys.slice(0, -2).split('+').filter(Boolean), '+'] : keys.split('+');
  const order = isMac ? macOrder : otherOrder;
  const modifiers = parts
    .slice(0, -1)
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((name) => (isMac ? (macSigns[name] ?? name) : nameOf(name, words)));
  const last = parts.at(-1) ?? '';
  return [...modifiers, (isMac ? macKeys[last] : undefined) ?? signs[last] ?? nameOf(last, words)];
}

/** The same as one piece of text. */
export function keyText(keys: string, isMac: boolean, words: KeyWords): string {
  return keyCaps(keys, isMac, words).join(isMac ? '' : '+');
}

/** The same for `aria-keyshortcuts`, which has names of its own. */
export function ariaKeys(keys: string, isMac: boolean): string {
  return keys.replace(/\bMod\b/, isMac ? 'Meta' : 'Control').replace(/\bCtrl\b/, 'Control');
}

function nameOf(key: string, words: KeyWords): string {
  return Object.hasOwn(words, key) ? words[key as keyof KeyWords] : key;
}

/** Whether this window's keyboard has a Command key. */
export function hasCommandKey(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}

export interface KeyTexts {
  readonly caps: (keys: string) => readonly string[];
  readonly text: (keys: string) => string;
  readonly aria: (keys: string) => string;
}

/** Writes shortcuts for this window's system and language. */
export function useKeyText(): KeyTexts {
  const { keys: words } = useWords('parts');
  return useMemo(() => {
    const isMac = hasCommandKey();
    return {
      caps: (keys) => keyCaps(keys, isMac, words),
      text: (keys) => keyText(keys, isMac, words),
      aria: (keys) => ariaKeys(keys, isMac),
    };
  }, [words]);
}
