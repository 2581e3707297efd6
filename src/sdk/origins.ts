const VENDOR = /(^|\.)(sobot\.io|sobot\.com|soboten\.com)$/;

/**
 * Further origins that the SDK's script may come from. Only a script can add one: an attribute that picks a script
 * would be a gift to whoever can inject markup.
 */
export const allowedSdkOrigins = new Set<string>();

/** https on the vendor's hosts, or an origin that the page's script has allowed. */
export function isAllowedSdkUrl(url: string): boolean {
  const { protocol, hostname, origin } = new URL(url);
  return (protocol === 'https:' && VENDOR.test(hostname)) || allowedSdkOrigins.has(origin);
}
