/**
 * Support of Trusted Types for the one script that the kit adds. Pages that enforce them accept no
 * string as the address of a script. The policy checks the origin again, so no other code can use
 * it to load something else.
 */
import { SobotError } from './errors.js';
import { isAllowedSdkUrl } from './origins.js';

/**
 * The part of the Trusted Types API that is used. The DOM types of TypeScript do not contain it.
 */
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

/**
 * Created at first use, because a policy name can be used once and the page may never load the
 * script.
 */
let policy: Policy | null = null;

const rules: Policy = {
  createScriptURL(url) {
    if (isAllowedSdkUrl(url)) return url;
    throw new TypeError('not an allowed origin for the SDK');
  },
};

/**
 * Returns the address as a `TrustedScriptURL`; unchanged in a browser without Trusted Types.
 * @throws SobotError `load` if the page does not allow the policy `sobot-elements`
 * @throws TypeError for an origin that is not allowed
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
