import type { CSSResultOrNative } from 'lit';

const sheetsByDocument = new WeakMap<Document, Map<CSSResultOrNative, CSSStyleSheet>>();

const isNative = (style: CSSResultOrNative): style is CSSStyleSheet => !('cssText' in style);

/**
 * Style sheets for one document. A constructed sheet belongs to the document that made it, and elements move: page
 * builders make them in the editor's page and put them into a canvas of another.
 */
export function styleSheetsFor(document: Document, styles: readonly CSSResultOrNative[]): CSSStyleSheet[] {
  const view = document.defaultView;
  if (!view) return [];
  let cachedSheets = sheetsByDocument.get(document);
  if (!cachedSheets) sheetsByDocument.set(document, (cachedSheets = new Map<CSSResultOrNative, CSSStyleSheet>()));
  const cache = cachedSheets;
  return styles.map((style) => {
    let sheet = cache.get(style);
    if (!sheet) {
      sheet = new view.CSSStyleSheet();
      sheet.replaceSync(isNative(style) ? cssTextOf(style) : style.cssText);
      cache.set(style, sheet);
    }
    return sheet;
  });
}

const cssTextOf = (sheet: CSSStyleSheet): string => Array.from(sheet.cssRules, ({ cssText }) => cssText).join('\n');
