import type { Catalogue } from '../catalogue.ts';
import { countIn } from '../count.ts';

const count = countIn('de');

/** Words of running work and notices, in German. */
export const activities: Catalogue['activities'] = {
  title: 'Arbeit',
  none: 'Es läuft nichts',
  running: (n: number) => count(n, { one: '# läuft', other: '# laufen' }),
  waiting: (n: number) => count(n, { one: '# wartet', other: '# warten' }),
  emptyTitle: 'Es läuft nichts',
  emptyText: 'Erzeugung und Ausgabe stehen hier, solange sie laufen, und wie sie endeten.',
  underWay: 'In Arbeit',
  ended: 'Beendet',
  clear: 'Beendete entfernen',
  cancel: 'Abbrechen',
  cancelling: 'Wird abgebrochen …',
  cancelled: 'Abgebrochen',
  failed: 'Fehlgeschlagen',
  done: 'Fertig',
  waitingFor: 'Wartet',
  generate: (project: string) => `Wird erzeugt · ${project}`,
  export: (project: string) => `Wird ausgegeben · ${project}`,
  generatedOf: (project: string) => `Erzeugt · ${project}`,
  exportedOf: (project: string) => `Ausgegeben · ${project}`,
  generationOf: (project: string) => `Erzeugung · ${project}`,
  exportOf: (project: string) => `Ausgabe · ${project}`,
  keptAfterCancel: (n: number) =>
    count(n, { one: '# fertige Aufnahme bleibt.', other: '# fertige Aufnahmen bleiben.' }),
  cancelRemoves: 'Der unfertige Film wird entfernt; ein früherer Film dieses Namens bleibt.',
  goOn: 'Fortfahren',
  publish: (project: string) => `Schnitt wird veröffentlicht · ${project}`,
  publishedOf: (project: string) => `Schnitt veröffentlicht · ${project}`,
  publishOf: (project: string) => `Veröffentlichung · ${project}`,
  cancelKeepsLinks: 'Links zeigen, was sie vorher zeigten.',
  openProject: 'Projekt öffnen',
  openQueue: 'Warteschlange öffnen',
  showJobs: 'Aufträge zeigen',
  tryAgain: 'Noch einmal …',
  showFilm: 'Film zeigen',
  showBoard: 'Auf dem Board zeigen',
  showDeliver: 'In Ausgabe zeigen',
  announceDone: (what: string) => `${what}: fertig.`,

  notices: 'Mitteilungen',
  unread: (n: number) => count(n, { one: '# ungelesene Mitteilung', other: '# ungelesene Mitteilungen' }),
  times: (n: number) => count(n, { one: 'einmal', other: '#-mal' }),
  noNotices: 'Keine Mitteilungen',
  noNoticesText:
    'Was geschieht, während man anderswo arbeitet, bleibt hier stehen: fertige Ausgaben, fehlgeschlagene Aufträge, eine volle Platte.',
  markAllRead: 'Alle als gelesen markieren',
  dismiss: 'Ausblenden',
  openSettings: 'Einstellungen öffnen',
  showStorage: 'Speicher zeigen',
  justNow: 'gerade eben',
  isUnread: 'Ungelesen',
  levels: { info: 'Hinweis', warning: 'Warnung', problem: 'Problem' },
};
