import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { outsidePreference, wantsOutside } from '../../state/outside-preference.ts';
import { useStudio, useStudioState } from '../../state/studio-context.ts';
import { useInterpret, useWords } from '../../words/use-words.ts';
import { outsideNotices } from './outside-notices.ts';
import { useNoticeActions } from './use-notice-action.ts';

/** Tells through the system that work has ended while nobody looks at the window. Choosing one goes where its button goes. */
export function useOutsideNotices(): void {
  const words = useWords('shell');
  const interpret = useInterpret();
  const { host } = useStudio();
  const actionsOf = useNoticeActions();
  const notices = useStudioState((state) => state.notices);
  const preference = useStudioState((state) => state.preferences[outsidePreference]);
  const [openedAtMs] = useState(() => Date.now());
  const shown = useRef<Set<string>>(new Set());
  const { systemNotices } = host;
  const tell = useEffectEvent(() => {
    // The desktop's own process knows of all its windows.
    const isDesktop = host.kind === 'desktop';
    const isHere = !isDesktop && document.hasFocus();
    const fresh = outsideNotices(notices, shown.current, openedAtMs);
    for (const { id, message } of fresh) {
      shown.current.add(id);
      if (isHere || !wantsOutside(preference, isDesktop, systemNotices.permission())) continue;
      systemNotices.show({ tag: id, title: words.appName, body: interpret(message) });
    }
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the list may bring a new one.
  useEffect(() => tell(), [notices]);
  const choose = useEffectEvent((tag: string) => {
    const notice = notices.find(({ id }) => id === tag);
    const [first] = notice === undefined ? [] : actionsOf(notice);
    // What begins work again is only begun by its own button.
    if (notice?.activityId === null) first?.run();
  });
  useEffect(() => systemNotices.onChosen((tag) => choose(tag)), [systemNotices]);
}
