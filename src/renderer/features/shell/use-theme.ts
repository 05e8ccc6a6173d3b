import { useEffect } from 'react';
import { useStudioState } from '../../state/studio-context.ts';
import { readTheme, shownTheme, themeKey } from './theme.ts';

/** Draws the window in the person's theme, and follows the system where they chose that. */
export function useTheme(): void {
  const known = useStudioState((state) => state.preferencesKnown);
  const theme = useStudioState((state) => readTheme(state.preferences['theme']));
  useEffect(() => {
    // Until the studio has answered, what `theme.js` put there before the first paint stands.
    if (!known) return;
    const light = matchMedia('(prefers-color-scheme: light)');
    const show = (): void => {
      document.documentElement.dataset['theme'] = shownTheme(theme, light.matches);
    };
    show();
    try {
      localStorage.setItem(themeKey, theme);
    } catch {
      // Storage may be forbidden; then the first moment of the next start is in the system's theme.
    }
    light.addEventListener('change', show);
    return () => light.removeEventListener('change', show);
  }, [known, theme]);
}
