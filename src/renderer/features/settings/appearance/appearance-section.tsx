import { Segmented } from '../../../ui/segmented.tsx';
import { Select } from '../../../ui/select.tsx';
import { languages } from '../../../words/languages.ts';
import { useWords } from '../../../words/use-words.ts';
import { Group, Section } from '../section.tsx';
import { usePreference } from '../use-preference.ts';
import { OutsideNoticesField } from './outside-notices-field.tsx';

const themes = ['system', 'dark', 'light'] as const;

/** How the window looks and which language it speaks. */
export function AppearanceSection() {
  const words = useWords('settings');
  const noticeWords = useWords('systemNotices');
  const [theme, setTheme] = usePreference('theme');
  const [language, setLanguage] = usePreference('language');
  return (
    <Section title={words.sections.appearance}>
      <Group title={words.theme}>
        <Segmented
          label={words.theme}
          value={themes.find((name) => name === theme) ?? 'system'}
          options={themes.map((name) => ({ value: name, label: words.themes[name] }))}
          onChange={(name) => setTheme(name === 'system' ? null : name)}
        />
      </Group>
      <div className="max-w-60">
        <Select
          label={words.language}
          value={typeof language === 'string' && Object.hasOwn(languages, language) ? language : 'system'}
          options={[
            { value: 'system', label: words.likeSystem },
            // Each in its own words, to be found by whoever reads no other.
            ...Object.entries(languages).map(([value, label]) => ({ value, label })),
          ]}
          onChange={(name) => setLanguage(name === 'system' ? null : name)}
        />
      </div>
      <Group title={noticeWords.title}>
        <OutsideNoticesField />
      </Group>
      <Group title={words.motion}>
        <p className="text-base text-muted">{words.motionText}</p>
      </Group>
    </Section>
  );
}
