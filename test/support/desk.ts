/** @deprecated Old names of element-fixture.ts, until every test uses the new ones. */
export { callFields as aCall } from './call-fields.js';
export {
  createElement as desk,
  ElementFixture as Desk,
  expectAccessible as accessible,
  expectFits as fits,
  nameOf,
  settled,
  textOf,
} from './element-fixture.js';
