/** Words of notices that the system shows, in German. */
export const systemNotices = {
  title: 'Meldungen des Systems',
  label: 'Melden, wenn Arbeit endet, während ich woanders bin',
  hint: 'Erzeugung und Ausgaben, die enden oder auf Ihr Wort warten. Nie, während Sie auf dieses Fenster sehen.',
  denied:
    'Dieser Browser lehnt Meldungen dieser Seite ab. Sie in seinen Einstellungen für die Seite erlauben, dann hier einschalten.',
  missing: 'Dieser Browser hat keine Meldungen.',
};
