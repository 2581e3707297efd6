/**
 * lit-analyzer, with one thing mended: it takes Lit's `nothing` in an attribute for a symbol that cannot be written
 * there, while Lit removes the attribute. The rest of the binding's type is checked as ever.
 */
import { createRequire } from 'node:module';
import { bin } from './steps.mjs';

const require = createRequire(import.meta.url);
const rule = require(bin('lit-analyzer/lib/rules/util/type/is-assignable-in-attribute-binding.js'));
const original = rule.isAssignableInAttributeBinding;

const isNothing = ({ kind }) => kind === 'ES_SYMBOL_UNIQUE';

const withoutNothing = (type) => {
  if (type.kind !== 'UNION' || !type.types.some(isNothing)) return type;
  const types = type.types.filter((one) => !isNothing(one));
  return types.length === 1 ? types[0] : { ...type, types };
};

rule.isAssignableInAttributeBinding = (attribute, { typeA, typeB }, context) =>
  original(attribute, { typeA, typeB: withoutNothing(typeB) }, context);

require(bin('lit-analyzer/cli.js'));
