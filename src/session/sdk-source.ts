/**
 * The source of a session's SDK instance.
 */
import type { SobotAgentSdk, SobotClient } from '../sdk/index.js';

type Sdk = SobotClient | SobotAgentSdk;

/**
 * `window.SobotClient`, the sandbox's `SobotClient`, an instance of your own, or a function that loads one of them:
 * `(signal) => loadSdk({ sysnum: '…', signal })`. The signal aborts when the session gives up.
 */
export type SdkSource = Sdk | SdkLoader;
export type SdkLoader = (signal: AbortSignal) => Promise<Sdk>;

/** A class may take the place of the vendor's `SobotClient`, and is a function, too. */
const isLoader = (source: SdkSource): source is SdkLoader => typeof source === 'function' && !('agent' in source);

/** Returns one instance of the SDK for one start. */
export async function resolveSdk(source: SdkSource, signal: AbortSignal): Promise<SobotAgentSdk> {
  const sdk = isLoader(source) ? await source(signal) : source;
  return 'initAgent' in sdk ? sdk : new sdk.agent();
}
