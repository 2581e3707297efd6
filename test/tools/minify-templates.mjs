import MagicString from 'magic-string';
import { parseAst } from 'rollup/parseAst';

const strings = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/.source;

/**
 * Only what cannot change a rendering: comments and white space. A space stays between two words of CSS, because
 * `calc(a + b)` and descendant selectors need it; the other minifiers don't know the CSS of today.
 */
const css = (text) =>
  text.replace(new RegExp(`${strings}|/\\*[^]*?\\*/|\\s*([{};])\\s*|\\s+`, 'g'), (match, punctuation) => {
    if (punctuation) return punctuation;
    return /^["']/.test(match) ? match : match.startsWith('/*') ? '' : ' ';
  });

const html = (text) => text.replace(/[ \t]*\n\s*/g, ' ');

const edges = (text, isFirst, isLast) => (isFirst ? text.trimStart() : text)[isLast ? 'trimEnd' : 'toString']();

function* taggedTemplates(node) {
  if (Array.isArray(node)) for (const item of node) yield* taggedTemplates(item);
  else if (node && typeof node === 'object' && node.type) {
    if (node.type === 'TaggedTemplateExpression' && node.tag.type === 'Identifier') yield node;
    for (const value of Object.values(node)) yield* taggedTemplates(value);
  }
}

/** Takes the white space out of `html`, `svg` and `css` template literals. */
export function minifyTemplates(code) {
  if (!/\b(?:css|html|svg)\s*`/.test(code)) return null;
  const result = new MagicString(code);
  for (const { tag, quasi } of taggedTemplates(parseAst(code))) {
    const isCss = tag.name === 'css';
    if (!isCss && tag.name !== 'html' && tag.name !== 'svg') continue;
    if (/<(?:pre|textarea)\b/i.test(code.slice(quasi.start, quasi.end))) continue;
    quasi.quasis.forEach(({ start, end }, index, { length }) => {
      const text = code.slice(start, end);
      const shorter = isCss ? edges(css(text), index === 0, index === length - 1) : html(text);
      if (shorter !== text) result.update(start, end, shorter);
    });
  }
  return result.hasChanged() ? { code: result.toString(), map: result.generateMap({ hires: true }) } : null;
}
