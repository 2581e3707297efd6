// What the package adds to the global types (events, tags, browser interfaces), for tests that import only a part of it.
import '../src/index.js';
import '../src/ui/audio/output-device.js';

declare global {
  /** The seed that the test runner was started with. */
  var testSeed: number | undefined;
}
