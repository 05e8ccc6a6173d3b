export const themes = ['system', 'dark', 'light'] as const;
export type Theme = (typeof themes)[number];

/** Where the window remembers its theme for the moment before the studio has answered; `theme.js` reads it. */
export const themeKey = 'reelwright.theme';

export function readTheme(preference: unknown): Theme {
  return themes.find((theme) => theme === preference) ?? 'system';
}

/** The theme that the command "Change theme" goes on to. */
export function nextTheme(theme: Theme): Theme {
  return themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
}

export function shownTheme(theme: Theme, systemIsLight: boolean): 'dark' | 'light' {
  if (theme === 'system') return systemIsLight ? 'light' : 'dark';
  return theme;
}
