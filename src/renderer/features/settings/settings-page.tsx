import {
  CircleUser,
  Gauge,
  HardDrive,
  Info,
  Keyboard,
  KeyRound,
  Palette,
  ReceiptText,
  SlidersHorizontal,
} from 'lucide-react';
import type { ComponentType } from 'react';
import type { ProjectId } from '../../../domain/kernel/ids.ts';
import { hashOf, type SettingsSheet, settingsSheets } from '../../state/route.ts';
import { classNames } from '../../ui/class-names.ts';
import { Icon, type IconType } from '../../ui/icon.tsx';
import { useWords } from '../../words/use-words.ts';
import { AboutSection } from './about/about-section.tsx';
import { AccountSection } from './account/account-section.tsx';
import { AppearanceSection } from './appearance/appearance-section.tsx';
import { BudgetsSection } from './budgets/budgets-section.tsx';
import { KeysSection } from './keys/keys-section.tsx';
import { LedgerSection } from './ledger/ledger-section.tsx';
import { ModelsSection } from './models/models-section.tsx';
import { ShortcutsSection } from './shortcuts/shortcuts-section.tsx';
import { StorageSection } from './storage/storage-section.tsx';

const sheets: Readonly<
  Record<
    SettingsSheet,
    { readonly icon: IconType; readonly view: ComponentType<{ readonly filmId: ProjectId | null }> }
  >
> = {
  keys: { icon: KeyRound, view: KeysSection },
  budgets: { icon: Gauge, view: BudgetsSection },
  ledger: { icon: ReceiptText, view: LedgerSection },
  models: { icon: SlidersHorizontal, view: ModelsSection },
  shortcuts: { icon: Keyboard, view: ShortcutsSection },
  appearance: { icon: Palette, view: AppearanceSection },
  storage: { icon: HardDrive, view: StorageSection },
  account: { icon: CircleUser, view: AccountSection },
  about: { icon: Info, view: AboutSection },
};

/** Settings: what is of this person and this computer, whichever project is open. */
export function SettingsPage({
  sheet,
  filmId = null,
}: {
  readonly sheet: SettingsSheet;
  /** The film whose own choices are shown, on the sheets that have any. */
  readonly filmId?: ProjectId | null;
}) {
  const words = useWords('settings');
  const View = sheets[sheet].view;
  return (
    <div className="flex min-h-0 flex-1">
      <nav
        aria-label={words.title}
        className="w-50 shrink-0 overflow-y-auto border-r border-line bg-panel py-2"
      >
        <h1 className="px-3 pt-1 pb-2 text-sm font-medium text-muted">{words.title}</h1>
        {settingsSheets.map((name) => (
          <a
            key={name}
            href={hashOf({ at: 'settings', sheet: name })}
            aria-current={name === sheet ? 'page' : undefined}
            className={classNames(
              'flex h-7 w-full items-center gap-2 px-3 text-left text-base -outline-offset-2 transition-colors duration-100',
              name === sheet ? 'bg-pressed text-text' : 'text-muted hover:bg-hover hover:text-text',
            )}
          >
            <Icon of={sheets[name].icon} />
            {words.sections[name]}
          </a>
        ))}
      </nav>
      {/* The key lets each sheet begin at its top. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form. */}
      <div
        key={sheet}
        role="group"
        aria-label={words.sections[sheet]}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a sheet without anything to press is scrolled with keys too.
        tabIndex={0}
        className="min-w-0 flex-1 overflow-y-auto -outline-offset-2"
      >
        <View filmId={filmId} />
      </div>
    </div>
  );
}
