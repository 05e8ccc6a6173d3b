import type { CommandId } from '../../../actions/all-commands.ts';

type Menu = readonly (CommandId | '-')[];

/** What a selected clip offers; what cannot be done now is grey. */
export const clipMenu: Menu = [
  'timeline.split',
  'timeline.trimStart',
  'timeline.trimEnd',
  '-',
  'timeline.copy',
  'timeline.paste',
  'timeline.duplicate',
  'timeline.delete',
  'timeline.rippleDelete',
  '-',
  'timeline.nudgeLeft',
  'timeline.nudgeRight',
  'timeline.lift',
  '-',
  'timeline.dissolve',
  'timeline.fadeIn',
  'timeline.fadeOut',
  'timeline.mute',
  'timeline.duck',
  'timeline.loop',
  'timeline.unlink',
  '-',
  'timeline.extend',
  'timeline.retake',
  'timeline.transcribe',
  'timeline.fillGap',
  '-',
  'timeline.markSelection',
  'timeline.inspect',
];

export const transitionMenu: Menu = ['timeline.removeTransition', 'timeline.inspect'];

export const stageMenu: Menu = [
  'timeline.paste',
  'timeline.addTitle',
  'timeline.addCaption',
  '-',
  'timeline.splitAll',
  'timeline.closeGap',
  'timeline.fillGap',
  'timeline.selectAll',
  '-',
  'timeline.addVideoTrack',
  'timeline.addAudioTrack',
  '-',
  'timeline.zoomFit',
];
