/**
 * Rollup plugin: removes comments and white space from the `html`, `svg` and `css` templates of every module.
 *
 * The published minifiers of template literals parse CSS with a grammar older than nesting and container queries, which
 * our sheets use. This one changes only what can't change a rendering.
 */
import MagicString from 'magic-string';

const strings = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/.source;

/** A space between two words of CSS stays: `calc(a + b)` and descendant selectors need it. */
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

/**
 * @param {string} code JavaScript.
 * @param {(code: string) => object} parse Returns the ESTree of a module.
 * @returns {{ code: string, map: object } | null} Null when the code has no template to shorten.
 */
export function minifyTemplates(code, parse) {
  if (!/\b(?:css|html|svg)\s*`/.test(code)) return null;
  const result = new MagicString(code);
  for (const { tag, quasi } of taggedTemplates(parse(code))) {
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

export const templates = () => ({
  name: 'minify-templates',
  transform(code) {
    return minifyTemplates(code, (text) => this.parse(text));
  },
});
