import { useKeyText } from '../words/key-text.ts';
import { classNames } from './class-names.ts';

export interface KbdProps {
  /** As commands write them: "Mod+Shift+Z". */
  readonly keys: string;
  /** `plain` for menus and tooltips, `inherit` on colour, in the colour of the words; `caps` draws each key. */
  readonly look?: 'plain' | 'inherit' | 'caps' | undefined;
}

/** A shortcut, written as this system writes it. */
export function Kbd({ keys, look = 'caps' }: KbdProps) {
  const { caps, text } = useKeyText();
  if (look !== 'caps')
    return (
      <kbd className={classNames('font-ui text-xs', look === 'plain' && 'text-muted')}>{text(keys)}</kbd>
    );
  return (
    <kbd className="inline-flex items-center gap-0.5 font-ui text-xs text-muted">
      {caps(keys).map((cap) => (
        <span
          key={cap}
          className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-inner border border-line bg-raised px-1"
        >
          {cap}
        </span>
      ))}
    </kbd>
  );
}
