import { sound } from '../../src/ui/audio/sound.js';

/** What rings in this page: a call that several elements show is heard once. */
const rings = new Set<Ring>();
let hush: (() => void) | null = null;

/** One element's share in the kit's own ring tone: it sounds as long as anybody's rings. */
export class Ring {
  get ringing(): boolean {
    return rings.has(this);
  }

  start(): void {
    rings.add(this);
    hush ??= sound.play(true);
  }

  stop(): void {
    if (!rings.delete(this) || rings.size > 0) return;
    hush?.();
    hush = null;
  }
}
