/**
 * Origins that the script of the SDK may come from. Address check and trusted-types policy share
 * this list, so a page has one place to allow a test server or a proxy.
 */

/**
 * Hosts of the vendor: the data centres use three domains. Subdomains count, other hosts with that
 * ending (`evilsobot.io`) do not.
 */
const VENDOR = /(^|\.)(sobot\.io|sobot\.com|soboten\.com)$/;

/**
 * Further origins. Only a script can add one: an attribute that allowed a script would let injected
 * markup run code.
 */
export const allowedSdkOrigins = new Set<string>();

/**
 * Whether the script may be loaded from this address: by HTTPS from the vendor's hosts, or from an
 * origin that the page has allowed.
 * @throws TypeError for an invalid address
 */
export function isAllowedSdkUrl(url: string): boolean {
  const { protocol, hostname, origin } = new URL(url);
  return (protocol === 'https:' && VENDOR.test(hostname)) || allowedSdkOrigins.has(origin);
}
