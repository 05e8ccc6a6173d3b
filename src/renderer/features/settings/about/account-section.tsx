import { useWords } from '../../../words/use-words.ts';
import { Section } from '../section.tsx';

/** There is nothing to sign in to, and this says so. */
export function AccountSection() {
  const words = useWords('settings');
  return (
    <Section title={words.sections.account}>
      <div>
        <p className="text-lg text-text">{words.accountTitle}</p>
        <p className="mt-1 max-w-150 text-base text-muted">{words.accountText}</p>
      </div>
    </Section>
  );
}
