/** What of a keyboard event says which keys were pressed. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

interface Chord {
  readonly mod: boolean;
  /** Control on a Mac, where it is not Mod; the Windows key elsewhere is never ours. */
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly key: string;
}

const spelled: Readonly<Record<string, string>> = { ' ': 'space', Esc: 'escape', Del: 'delete' };

function parseChord(keys: string): Chord {
  const parts = keys.endsWith('+') ? [...keys.slice(0, -2).split('+').filter(Boolean), '+'] : keys.split('+');
  const modifiers = new Set(parts.slice(0, -1));
  return {
    mod: modifiers.has('Mod'),
    ctrl: modifiers.has('Ctrl'),
    alt: modifiers.has('Alt'),
    shift: modifiers.has('Shift'),
    key: (parts.at(-1) ?? '').toLowerCase(),
  };
}

/** The names that a pressed key answers to: what it types, and what stands on it where it types nothing we know. */
function namesOf(press: KeyPress): readonly string[] {
  const typed = (spelled[press.key] ?? press.key).toLowerCase();
  const names = [typed];
  // A letter of another script, or what Alt makes of it on a Mac: then the place of the key counts. So does a digit
  // where the top row types other signs (AZERTY).
  const letter = /^Key([A-Z])$/.exec(press.code)?.[1]?.toLowerCase();
  if (letter !== undefined && !/^[a-z]$/.test(typed)) names.push(letter);
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(press.code)?.[1];
  if (digit !== undefined && !/^\d$/.test(typed)) names.push(digit);
  return names;
}

/** Whether these keys were pressed: "Mod+Shift+Z". A sign that needs Shift on this layout ("=", "/") may have it. */
export function isChord(keys: string, press: KeyPress, isMac: boolean): boolean {
  const chord = parseChord(keys);
  const mod = isMac ? press.metaKey : press.ctrlKey;
  const ctrl = isMac ? press.ctrlKey : false;
  if (!isMac && press.metaKey) return false;
  if (mod !== chord.mod || ctrl !== chord.ctrl || press.altKey !== chord.alt) return false;
  const isSign = chord.key.length === 1 && !/[a-z0-9]/.test(chord.key);
  if (press.shiftKey !== chord.shift && !(isSign && press.shiftKey)) return false;
  return namesOf(press).includes(chord.key);
}

/** The keys that were pressed, as commands write them, for a field in which a person presses new ones; null for a modifier alone. */
export function chordOf(press: KeyPress, isMac: boolean): string | null {
  if (['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'Dead', 'Process'].includes(press.key)) return null;
  const [typed = '', placed] = namesOf(press);
  const name = placed ?? typed;
  const isSign = name.length === 1 && !/[a-z0-9]/.test(name);
  const parts = [
    (isMac ? press.metaKey : press.ctrlKey) ? 'Mod' : null,
    isMac && press.ctrlKey ? 'Ctrl' : null,
    press.altKey ? 'Alt' : null,
    press.shiftKey && !isSign ? 'Shift' : null,
    name.length === 1 ? name.toUpperCase() : name === 'space' ? 'Space' : press.key,
  ];
  return parts.filter((part) => part !== null).join('+');
}
