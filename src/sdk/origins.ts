/** The vendor's document has one address of the script, on sg.sobot.io. Other hosts of its cloud are known from its customers. */
const VENDOR_HOST = /(^|\.)(sobot\.io|sobot\.com|soboten\.com)$/;
const SCRIPT_PATH = /^\/call-sdk\/[\w.-]+\/sobot-call-sdk\.js$/;

/**
 * Further origins that the SDK's script may come from. Only a script can add one: an attribute that picks a script
 * would let everyone who can inject markup run a script.
 */
export const allowedSdkOrigins = new Set<string>();

/**
 * The vendor's script at its documented path, or any address of an origin that the page's script has allowed. The path
 * counts, because a host of the vendor may serve files of its customers, too.
 */
export function isAllowedSdkUrl(url: string): boolean {
  const { protocol, hostname, port, pathname, origin } = new URL(url);
  const isVendorScript =
    protocol === 'https:' && port === '' && VENDOR_HOST.test(hostname) && SCRIPT_PATH.test(pathname);
  return isVendorScript || allowedSdkOrigins.has(origin);
}
