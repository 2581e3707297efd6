/** What a spreadsheet takes for the beginning of a formula, in its full-width forms too. */
const FORMULA_START = /^[\s\p{Cc}\p{Cf}]*[=+\-@]|^[\t\r\n]/u;

/** Always quoted, and never run: an apostrophe says that it is text. */
function csvCell(text: string): string {
  const safeText = FORMULA_START.test(text.normalize('NFKC')) ? `'${text}` : text;
  return `"${safeText.replaceAll('"', '""')}"`;
}

/** RFC 4180, with the mark by which spreadsheets see that it is UTF-8. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(csvCell).join()}\r\n`).join('')}`;

/** Hands a text to the browser's downloads. */
export function downloadCsv(document: Document, name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000); // some browsers read it only after the person has said where to
}
