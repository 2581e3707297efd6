import type { CSSResultOrNative } from 'lit';

const sheets = new WeakMap<Document, Map<CSSResultOrNative, CSSStyleSheet>>();

const isNative = (style: CSSResultOrNative): style is CSSStyleSheet => !('cssText' in style);

/**
 * Style sheets for one document. A constructed sheet belongs to the document that made it, and elements move: page
 * builders make them in the editor's page and put them into a canvas of another.
 */
export function sheetsFor(document: Document, styles: readonly CSSResultOrNative[]): CSSStyleSheet[] {
  const view = document.defaultView;
  if (!view) return [];
  let known = sheets.get(document);
  if (!known) sheets.set(document, (known = new Map<CSSResultOrNative, CSSStyleSheet>()));
  const cache = known;
  return styles.map((style) => {
    let sheet = cache.get(style);
    if (!sheet) {
      sheet = new view.CSSStyleSheet();
      sheet.replaceSync(isNative(style) ? textOf(style) : style.cssText);
      cache.set(style, sheet);
    }
    return sheet;
  });
}

const textOf = (sheet: CSSStyleSheet): string => Array.from(sheet.cssRules, ({ cssText }) => cssText).join('\n');
