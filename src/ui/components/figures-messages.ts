/** Words about figures that are asked for again and again. */
export const figuresMessages = {
  'figures.updated': (ago: string) => `Updated ${ago}`,
  'figures.old': (ago: string) => `Last updated ${ago}`,
  'figures.refresh': 'Refresh',
} as const;
