import {
  CircleUser,
  Gauge,
  HardDrive,
  Info,
  Keyboard,
  KeyRound,
  Palette,
  SlidersHorizontal,
} from 'lucide-react';
import { type ComponentType, useState } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { Icon, type IconType } from '../../ui/icon.tsx';
import { useWords } from '../../words/use-words.ts';
import { AboutSection } from './about/about-section.tsx';
import { AccountSection } from './about/account-section.tsx';
import { AppearanceSection } from './appearance/appearance-section.tsx';
import { BudgetsSection } from './budgets/budgets-section.tsx';
import { KeysSection } from './keys/keys-section.tsx';
import { ModelsSection } from './models/models-section.tsx';
import type { SectionName, SectionProps } from './section-name.ts';
import { ShortcutsSection } from './shortcuts/shortcuts-section.tsx';
import { StorageSection } from './storage/storage-section.tsx';

const sections: readonly {
  readonly name: SectionName;
  readonly icon: IconType;
  readonly view: ComponentType<SectionProps>;
}[] = [
  { name: 'keys', icon: KeyRound, view: KeysSection },
  { name: 'budgets', icon: Gauge, view: BudgetsSection },
  { name: 'models', icon: SlidersHorizontal, view: ModelsSection },
  { name: 'shortcuts', icon: Keyboard, view: ShortcutsSection },
  { name: 'appearance', icon: Palette, view: AppearanceSection },
  { name: 'storage', icon: HardDrive, view: StorageSection },
  { name: 'account', icon: CircleUser, view: AccountSection },
  { name: 'about', icon: Info, view: AboutSection },
];

/** Settings: what is of this person and this computer, whichever project is open. */
export function SettingsPage() {
  const words = useWords('settings');
  const [name, setName] = useState<SectionName>('keys');
  const View = sections.find((section) => section.name === name)?.view ?? KeysSection;
  return (
    <div className="flex min-h-0 flex-1">
      <nav
        aria-label={words.title}
        className="w-50 shrink-0 overflow-y-auto border-r border-line bg-panel py-2"
      >
        <h1 className="px-3 pt-1 pb-2 text-sm font-medium text-muted">{words.title}</h1>
        {sections.map((section) => (
          <button
            key={section.name}
            type="button"
            aria-current={section.name === name ? 'page' : undefined}
            onClick={() => setName(section.name)}
            className={classNames(
              'flex h-7 w-full items-center gap-2 px-3 text-left text-base -outline-offset-2 transition-colors duration-100',
              section.name === name ? 'bg-pressed text-text' : 'text-muted hover:bg-hover hover:text-text',
            )}
          >
            <Icon of={section.icon} />
            {words.sections[section.name]}
          </button>
        ))}
      </nav>
      {/* The key lets each sheet begin at its top. */}
      <div key={name} className="min-w-0 flex-1 overflow-y-auto">
        <View show={setName} />
      </div>
    </div>
  );
}
