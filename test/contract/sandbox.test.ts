import { CallCentre } from '../../src/sandbox/centre.js';
import { ManualClock } from '../../src/sandbox/clock.js';
import { contractSuite } from './suite.js';

contractSuite('the sandbox', () => {
  const clock = new ManualClock();
  const { SobotClient, credentials } = new CallCentre({ clock });
  return Promise.resolve({
    sdk: new SobotClient.agent(),
    credentials,
    login: { phoneType: 'webrtc', bindExt: '1000' },
    settle: () => Promise.resolve(clock.advance(1000)),
  });
});
