import { CallCentre } from '../../src/sandbox/call-centre.js';
import { ManualClock } from '../../src/sandbox/model/clock.js';
import { contractSuite } from './suite.js';

contractSuite('the sandbox', () => {
  const clock = new ManualClock();
  const centre = new CallCentre({ clock });
  const { SobotClient, credentials } = centre;
  return Promise.resolve({
    sdk: new SobotClient.agent(),
    credentials,
    login: { phoneType: 'webrtc', bindExt: '1000' },
    calls: {
      ring: () => Promise.resolve(void centre.customerCalls()),
      target: { targetType: ' 0 ', target: ' 1001 ' },
      hangUp: () => Promise.resolve(void centre.colleagueHangsUp()),
      answer: () => Promise.resolve(void centre.colleagueAnswers()),
    },
    settle: () => Promise.resolve(clock.advance(1000)),
  });
});
