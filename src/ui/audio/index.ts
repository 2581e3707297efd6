/** The ringtone, its settings, and the notice that calls would not be heard. */
export { MIN_VOLUME, soundSettings } from './audio-settings.js';
export { canSelectOutput } from './output-device.js';
export { SoundNotice, soundMessages } from './sound-notice.js';
export { soundPlayer, type SoundState } from './sound.js';
