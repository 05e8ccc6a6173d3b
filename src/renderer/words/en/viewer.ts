/** Words of the viewers, in English. */
export const viewer = {
  program: 'Program viewer',
  source: 'Source viewer',
  transport: 'Playback',
  playhead: 'Playhead',
  length: 'Length',
  play: 'Play',
  pause: 'Pause',
  volume: 'Volume',
  volumeValue: (percent: string) => percent,
  mute: 'Mute preview',
  unmute: 'Sound on',
  quality: 'Playback quality',
  qualities: { full: 'Full', half: 'Half', quarter: 'Quarter' },
  view: 'View options',
  guides: 'Safe areas',
  captions: 'Captions',
  exitFullScreen: 'Leave full screen',
  speed: (speed: string) => `${speed}×`,
  buffering: 'Loading pictures …',
  dropped: (n: string) => `${n} dropped`,
  droppedHint:
    'Frames that this computer could not show in time. A lower playback quality helps; exports are not affected.',
  soundBlocked: 'The browser holds back sound until you click or press a key.',
  soundNone: 'No sound device',
  soundNoneHint: 'The preview plays without sound. Exports have their sound all the same.',
  emptyTitle: 'No film yet',
  emptyText: 'The viewer plays what is on the timeline. Put the shots of the Board on it to begin.',
  sourceEmptyTitle: 'Nothing to look at',
  sourceEmptyText: 'Choose a medium or a take in the bin to watch it here before you use it.',
  soundOnly: 'Sound only',
  brokenTitle: 'The preview has stopped',
  brokenText:
    'Your project is not affected. Start the preview again; if it stops once more, reload the window.',
  startAgain: 'Start again',
  unsupported: {
    title: 'This browser cannot play the preview',
    decoding: (browsers: string) =>
      `It has no video decoder for pages. ${browsers} can play it. Everything else works here; the picture below is a still.`,
    workerDrawing: (browsers: string) =>
      `It cannot draw in the background. ${browsers} can play the preview. Everything else works here; the picture below is a still.`,
    securePage:
      'Browsers give their video decoder only to pages of this computer or over HTTPS. Open the studio at the address it printed. Everything else works here.',
    browser: (name: string, version: string) => `${name} ${version} or later`,
  },
  slate: {
    unnamed: 'Medium',
    missing: 'The file cannot be found. Import it again or choose another take.',
    unreadable: 'The file cannot be read. Import it again or choose another take.',
    notDecodable: 'This browser cannot decode it. Exports are not affected.',
  },
  mediaProblem: (name: string) => `“${name}” cannot be shown in the preview; a slate stands in its place.`,
};
