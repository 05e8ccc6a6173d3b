import { countIn } from '../count.ts';
import type { places as en } from '../en/places.ts';

const count = countIn('de');

/** Wo die Bytes einer Datei sind, und was sie herbringt. */
export const places: typeof en = {
  mark: {
    cloud: 'In der Cloud',
    elsewhere: 'Auf einem anderen Gerät',
    provider: 'Nur beim Anbieter',
    lost: 'Nirgends mehr',
  },
  proxy: 'Proxy',
  proxyMark: (place) => `${place}; gezeigt wird eine kleinere Kopie`,
  cloud: (bytes) => `Diese Datei (${bytes}) ist in der Cloud und nicht auf diesem Computer.`,
  cloudWithProxy: (bytes) =>
    `Gezeigt wird eine kleinere Kopie. Das Original (${bytes}) ist in der Cloud; Filme entstehen nur aus Originalen.`,
  elsewhere: (devices) =>
    devices === 0
      ? 'Diese Datei ist nicht auf diesem Computer. Der Dienst hat noch nicht gesagt, wo sie ist.'
      : count(devices, {
          one: 'Diese Datei ist auf einem anderen Gerät, das sie noch nicht gesendet hat. Danach kann sie geholt werden.',
          other:
            'Diese Datei ist auf # anderen Geräten, und keines hat sie schon gesendet. Danach kann sie geholt werden.',
        }),
  stays:
    'Diese Datei ist auf einem anderen Gerät. Eine eigene Datenbank bewahrt keine Dateien auf: Kopieren Sie sie auf diesen Computer und importieren Sie sie hier.',
  provider: (date) =>
    `Nur der Anbieter hat dieses Ergebnis, bis ${date}. Die Warteschlange findet und holt, was bezahlt wurde.`,
  lost: 'Diese Datei ist auf keinem der Geräte und nicht in der Cloud.',
  fetch: 'Holen',
  fetchOriginal: 'Original holen',
  coming: 'Kommt …',
  choose: 'Datei wählen …',
  isBack: 'Die Datei ist wieder da.',
  cancel: 'Abbrechen',
  begun: (n) => count(n, { one: 'Die Datei wird geholt.', other: '# Dateien werden geholt.' }),
  nothing: 'Davon ist noch nichts in der Cloud.',
  list: {
    open: (n) =>
      count(n, {
        one: '# Datei ist nicht auf diesem Computer',
        other: '# Dateien sind nicht auf diesem Computer',
      }),
    title: 'Dateien, die nicht hier sind',
    text: 'Was der Film verwendet, kommt zuerst. Was hier geholt wird, geht allem vor, was von selbst reist.',
    textStays:
      'Dieses Projekt wird in einer eigenen Datenbank gespiegelt, die keine Dateien aufbewahrt. Sie bleiben auf dem Gerät, auf dem sie entstanden sind.',
    textAlone:
      'Dieses Projekt ist nur auf diesem Computer, also gibt es nichts, woher sie geholt werden könnten.',
    none: 'Jede Datei ist auf diesem Computer.',
    filter: 'Zeigen',
    all: 'Alle',
    used: 'Im Film verwendet',
    fetchUsed: (n, bytes) =>
      count(n, {
        one: `# verwendete Datei holen · ${bytes}`,
        other: `Alle # verwendeten Dateien holen · ${bytes}`,
      }),
    fetchAll: (n, bytes) =>
      count(n, { one: `# Datei holen · ${bytes}`, other: `Alle # Dateien holen · ${bytes}` }),
    use: { timeline: 'Auf der Zeitleiste', chosen: 'Gewählt', other: 'Nicht verwendet' },
    hasProxy: 'kleinere Kopie hier',
    more: (n) => count(n, { one: '# weitere', other: '# weitere' }),
  },
  toMake: (n) =>
    count(n, {
      one: '# Proxy wird gemacht, wenn sonst nichts läuft.',
      other: '# Proxys werden gemacht, wenn sonst nichts läuft.',
    }),
  fetchFirst: (n, bytes) =>
    count(n, { one: `Erst holen · ${bytes}`, other: `Erst # Dateien holen · ${bytes}` }),
  notFetched: (n) =>
    count(n, {
      one: 'Ein Medium ist nicht auf diesem Computer',
      other: '# Medien sind nicht auf diesem Computer',
    }),
  notFetchedText: (n) =>
    count(n, {
      one: 'Ein Film entsteht nur aus Originalen. Holen Sie es, und exportieren Sie dann.',
      other: 'Ein Film entsteht nur aus Originalen. Holen Sie sie, und exportieren Sie dann.',
    }),
  notSentText: (n) =>
    count(n, {
      one: 'Es ist auf einem anderen Gerät, das es noch nicht gesendet hat. Öffnen Sie das Projekt dort.',
      other:
        'Sie sind auf einem anderen Gerät, das sie noch nicht gesendet hat. Öffnen Sie das Projekt dort.',
    }),
};
