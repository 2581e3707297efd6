/** What `SoundNotice` says. */
export const soundMessages = {
  'sound.blocked': 'Sound is off: you won’t hear calls ring. Click anywhere to turn it on.',
  'sound.failed': 'No sound comes from this page: you would not hear a call. Check the speakers, then click anywhere.',
  'sound.allow': 'Allow sound',
} as const;
