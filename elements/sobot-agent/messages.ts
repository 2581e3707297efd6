/** What the shortcuts of `<sobot-agent>` say in its live region. */
export const shortcutsWords = {
  'shortcut.done': (what: string) => `${what}: done`,
  'shortcut.impossible': (what: string, why: string) => `${what} is not possible: ${why}`,
} as const;
