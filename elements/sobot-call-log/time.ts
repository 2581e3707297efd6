/** In the language of the page; with the day where it isn't today. */
export function formatDateTime(at: number, language: string): string {
  const date = new Date(at);
  const isToday = date.toDateString() === new Date().toDateString();
  return date.toLocaleString(language, { timeStyle: 'short', ...(!isToday && { dateStyle: 'short' }) });
}

/** `2026-11-22 20:55:01`, as every spreadsheet reads it: in the time of this machine. Empty for no time. */
export const formatTimestamp = (at: number | null): string => (at === null ? '' : new Date(at).toLocaleString('sv'));
