import { CircleAlert } from 'lucide-react';
import { Icon } from '../../../ui/icon.tsx';

/** Why something of the account could not be done. Said at once to a screen reader. */
export function Refusal({ words }: { readonly words: string | null }) {
  return (
    <p role="alert" className="empty:hidden">
      {words === null ? null : (
        <span className="flex items-start gap-1.5 text-base text-text">
          <Icon of={CircleAlert} className="mt-0.5 text-bad" />
          <span className="selectable min-w-0 break-words">{words}</span>
        </span>
      )}
    </p>
  );
}
