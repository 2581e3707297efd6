/** What `SoundNotice` says. */
export const soundWords = {
  'sound.blocked': 'The browser keeps this page silent: you would not hear a call. Click anywhere to change that.',
  'sound.failed': 'No sound comes from this page: you would not hear a call. Check the speakers, then click anywhere.',
  'sound.allow': 'Allow sound',
} as const;
