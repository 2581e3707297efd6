import { soundPlayer } from '../../src/ui/audio/index.js';

/** What rings in this page: a call that several elements show is heard once. */
const activeRingtones = new Set<Ringtone>();
let stopRingtone: (() => void) | null = null;

/** One element's share in the kit's own ring tone: it sounds as long as anybody's rings. */
export class Ringtone {
  get isRinging(): boolean {
    return activeRingtones.has(this);
  }

  start(): void {
    activeRingtones.add(this);
    stopRingtone ??= soundPlayer.play(true);
  }

  stop(): void {
    if (!activeRingtones.delete(this) || activeRingtones.size > 0) return;
    stopRingtone?.();
    stopRingtone = null;
  }
}
