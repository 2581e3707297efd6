import { tryNowOrOnGesture } from './gesture.js';

/** Plays what comes in over a connection, outside the visible page. */
export function playStream(
  stream: MediaStream,
  signal: AbortSignal,
  refused: (error: unknown) => void,
): HTMLAudioElement {
  const player = createPlayer(stream, signal);
  tryNowOrOnGesture(() => player.play(), refused, signal);
  return player;
}

/**
 * Chromium gives the sound of a remote stream to Web Audio only while some media element consumes it too. A muted one
 * will do, and needs nobody's leave.
 */
export function keepStreamActive(stream: MediaStream, signal: AbortSignal, trouble: (error: unknown) => void): void {
  const player = createPlayer(stream, signal);
  player.muted = true;
  player.play().catch((error: unknown) => {
    if (!signal.aborted) trouble(error);
  });
}

function createPlayer(stream: MediaStream, signal: AbortSignal): HTMLAudioElement {
  const player = document.createElement('audio');
  player.srcObject = stream;
  const stop = () => {
    player.pause();
    player.srcObject = null;
  };
  signal.addEventListener('abort', stop, { once: true });
  return player;
}
