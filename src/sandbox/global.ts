import type { SobotClient } from '../sdk/index.js';
import type { CallCentre } from './call-centre.js';
import { createSandbox } from './index.js';

declare global {
  interface Window {
    SobotClient?: SobotClient & { sandbox?: CallCentre };
  }
}

const sandbox = createSandbox();

/** A page that was written for the vendor's script finds the sandbox instead. */
window.SobotClient = { ...sandbox.SobotClient, sandbox };
