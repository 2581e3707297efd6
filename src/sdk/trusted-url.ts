import { SobotError } from './errors.js';
import { isAllowedSdkUrl } from './origins.js';

interface Policy {
  createScriptURL(url: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

declare global {
  interface Window {
    /** Not in every browser yet. */
    trustedTypes?: TrustedTypes;
  }
}

let policy: Policy | null = null;

const rules: Policy = {
  createScriptURL(url) {
    if (isAllowedSdkUrl(url)) return url;
    throw new TypeError('not an allowed origin for the SDK');
  },
};

/**
 * The URL as the one `TrustedScriptURL` that this kit ever makes.
 * @throws SobotError `load` if the page's policy forbids the kit's
 */
export function trustedUrl(url: string): string {
  try {
    policy ??= window.trustedTypes?.createPolicy('sobot-elements', rules) ?? rules;
  } catch (cause) {
    throw new SobotError(
      'load',
      "The page's trusted-types policy forbids the kit's own. Add sobot-elements to trusted-types, and 'allow-duplicates' where the kit is loaded twice.",
      { cause },
    );
  }
  return policy.createScriptURL(url);
}
