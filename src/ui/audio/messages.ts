/** What `SoundNotice` says. */
export const soundMessages = {
  'sound.blocked': 'Sound is blocked: you would not hear a call. Click anywhere to allow it.',
  'sound.failed': 'No sound comes from this page: you would not hear a call. Check the speakers, then click anywhere.',
  'sound.allow': 'Allow sound',
} as const;
