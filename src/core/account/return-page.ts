const words = {
  en: ['Back to Reelwright', 'You can close this page. The studio goes on by itself.'],
  de: ['Zurück zu Reelwright', 'Diese Seite kann geschlossen werden. Das Studio macht von selbst weiter.'],
} as const;

/** What the browser shows when it is done: no script, no picture, nothing of the address. */
export function returnPage(acceptLanguage: string | undefined): string {
  const language = /^de\b/i.test(acceptLanguage ?? '') ? 'de' : 'en';
  const [title, text] = words[language];
  return `<!doctype html><html lang="${language}"><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`;
}
