/** Filme beim Dienst: einen wegnehmen und zurückholen. */
export const filmsAtService = {
  title: 'Filme beim Dienst',
  intro:
    'Filme, die auf mehreren Geräten dasselbe sind: Ihre und die der Organisation, für die Sie arbeiten.',
  none: 'Beim Dienst ist kein Film. Der Abgleich wird im geöffneten Film eingeschaltet, oben im Fenster.',
  role: { owner: 'Eigentümer', editor: 'Mitarbeit', viewer: 'Ansicht' },
  myself: 'Ihrer',
  ofOrganisation: 'Einer Organisation',
  changed: (time: string) => `geändert ${time}`,
  here: 'auf diesem Computer abgeglichen',
  notHere: 'auf diesem Computer nicht abgeglichen',
  removedTitle: 'Vom Dienst entfernt',
  goneAt: (date: string) => `Kann bis ${date} zurückgeholt werden`,
  bringBack: 'Zurückholen',
  bringBackOf: (title: string) => `Zurückholen: ${title}`,
  isBack: (title: string) =>
    `„${title}“ ist wieder beim Dienst. Wo der Abgleich aus ist, öffnen Sie ihn unter den Filmen anderer Geräte. Links zu ihm sind beendet: Legen Sie neue an.`,
  untitled: 'Ohne Titel',
  remove: {
    title: (film: string) => `„${film}“ vom Dienst entfernen?`,
    happens: 'Was geschieht',
    facts: [
      'Er bleibt auf diesem Computer, wie er ist, und wird nicht mehr abgeglichen.',
      'Andere Geräte und Mitglieder einer Organisation behalten die Kopie, die sie haben. Sie senden und empfangen nichts mehr davon.',
      'Links zu ihm enden sofort, auch wenn er zurückgeholt wird.',
      'Nach 30 Tagen wird er dort endgültig entfernt, samt seinen Dateien. Bis dahin kann er zurückgeholt werden: Einstellungen, Konto.',
    ],
    waiting: (rows: string) => `Noch nicht gesendet und nur auf diesem Computer: ${rows}.`,
    cancel: 'Abbrechen',
    confirm: 'Vom Dienst entfernen',
    done: 'Der Film ist vom Dienst entfernt und bleibt auf diesem Computer.',
  },
} as const;
