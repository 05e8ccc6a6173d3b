import type { TransitionActor, WayReason } from '../../../domain/jobs/transitions.ts';
import { wayReasons } from './way-reasons.ts';

/** What the states of a job mean and what to do in each, in German. */
export const queueStates = {
  title: 'Was die Zustände bedeuten',
  text: 'Jeder Auftrag geht diese Wege und keine anderen: Bild und Listen sind aus der Tabelle gezeichnet, nach der das Studio einen Auftrag bewegt. Jeder Schritt steht auf der Platte, bevor der nächste beginnt.',
  diagram:
    'Die Wege eines Auftrags. Einen Zustand auswählen, um zu sehen, woher er kommt und wohin er führt.',
  comesFrom: 'Kommt von',
  goesTo: 'Führt zu',
  begins: 'Hier beginnt er.',
  ends: 'Hier endet er.',
  means: 'Was es bedeutet',
  toDo: 'Was zu tun ist',
  by: {
    engine: 'das Studio',
    provider: 'der Anbieter',
    person: 'Sie',
    restart: 'ein Neustart',
  } satisfies Record<TransitionActor, string>,
  why: (why: WayReason): string => wayReasons[why],
  names: {
    draft: 'Zu bestätigen',
    queued: 'Wartet',
    sending: 'Wird gesendet',
    submitted: 'Angenommen',
    running: 'Läuft',
    fetching: 'Ergebnis wird geholt',
    done: 'Fertig',
    failed: 'Fehlgeschlagen',
    cancelling: 'Wird zurückgenommen',
    cancelled: 'Abgebrochen',
    unknown: 'Vielleicht berechnet',
    expired: 'Abgelaufen',
  },
  meanings: {
    draft:
      'Er ist angefragt und nicht gesendet: Er wartet auf Ihr Wort, weil sein Anbieter nicht erreichbar war.',
    queued: 'Er ist zu seinem Preis bestätigt und noch nicht gesendet. Nichts ist berechnet.',
    sending:
      'Die Leitung steht, und der Preis ist reserviert. Nur hier kann eine gerissene Leitung eine Frage lassen.',
    submitted:
      'Der Anbieter hat ihn angenommen, und seine Nummer dort steht auf der Platte: Er geht nicht mehr verloren.',
    running: 'Der Anbieter arbeitet daran.',
    fetching:
      'Das Ergebnis ist da und wird geholt, geprüft und gesichert. Es wird versucht, solange der Anbieter es hält.',
    done: 'Die Aufnahme ist in der Bibliothek, und was sie kostete, steht in den Ausgaben.',
    failed: 'Er endete ohne Ergebnis. Ob er berechnet wurde, steht daneben.',
    cancelling:
      'Sie haben ihn zurückgenommen, und der Anbieter hat noch nicht geantwortet. Ist er doch fertig, wird er behalten.',
    cancelled: 'Er wurde zurückgenommen. Was der Anbieter dennoch berechnete, steht daneben.',
    unknown:
      'Die Antwort auf das Senden ging verloren: Er ist vielleicht berechnet worden. Von selbst wird er nie noch einmal gesendet. Wo der Anbieter eine Liste führt, sieht das Studio dort nach.',
    expired:
      'Der Anbieter kennt ihn nicht mehr oder wurde nicht rechtzeitig fertig. Er zählt als ausgegeben, bis der Anbieter anderes sagt.',
  },
  nexts: {
    draft: 'Zu seinem Preis von jetzt bestätigen oder zur Seite legen.',
    queued: 'Nichts. Abbrechen kostet nichts.',
    sending: 'Nichts: Es dauert einen Augenblick.',
    submitted: 'Nichts. Abbrechen fragt den Anbieter, der ihn dennoch berechnen kann.',
    running: 'Nichts. Abbrechen fragt den Anbieter, der ihn dennoch berechnen kann.',
    fetching: 'Nichts. Er ist bezahlt und wird behalten.',
    done: 'Die Aufnahme ansehen.',
    failed: 'Lesen, warum, es beheben und noch einmal anfragen: Der Preis steht vorher da.',
    cancelling: 'Nichts: Der Anbieter entscheidet.',
    cancelled: 'Noch einmal anfragen, wenn er doch gewünscht ist.',
    unknown:
      'Nach dem Ergebnis suchen, das kostet nichts. Findet es sich nicht: noch einmal anfragen, was noch einmal berechnet werden kann, oder zur Seite legen.',
    expired: 'Noch einmal suchen lassen, das kostet nichts, oder zu seinem Preis noch einmal anfragen.',
  },
};
