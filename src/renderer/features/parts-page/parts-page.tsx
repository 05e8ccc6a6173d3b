import { useEffect, useState } from 'react';
import { Segmented } from '../../ui/segmented.tsx';
import { useWords } from '../../words/use-words.ts';
import { ButtonsSection } from './buttons-section.tsx';
import { ChoicesSection } from './choices-section.tsx';
import { FieldsSection } from './fields-section.tsx';
import { FloatingSection } from './floating-section.tsx';
import { ListsSection } from './lists-section.tsx';
import { StatesSection } from './states-section.tsx';
import { TokensSection } from './tokens-section.tsx';

type Shown = 'dark' | 'light';

/** Every part in every state, for whoever builds with them and for the tests that look at them. Internal: `#/parts`. */
export function PartsPage() {
  const { specimen: words } = useWords('parts');
  const [theme, setTheme] = useState<Shown>(() =>
    document.documentElement.dataset['theme'] === 'light' ? 'light' : 'dark',
  );
  useEffect(() => {
    const before = document.documentElement.dataset['theme'];
    document.documentElement.dataset['theme'] = theme;
    return () => {
      document.documentElement.dataset['theme'] = before;
    };
  }, [theme]);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-6 pb-12">
      <header className="flex flex-wrap items-end justify-between gap-3 pt-6">
        <div className="min-w-0">
          <h1 className="text-xl font-semibold">{words.title}</h1>
          <p className="text-muted">{words.text}</p>
        </div>
        <Segmented
          label={words.theme}
          value={theme}
          onChange={setTheme}
          options={[
            { value: 'dark', label: words.dark },
            { value: 'light', label: words.light },
          ]}
        />
      </header>
      <ButtonsSection />
      <FieldsSection />
      <ChoicesSection />
      <FloatingSection />
      <ListsSection />
      <StatesSection />
      <TokensSection />
    </div>
  );
}
