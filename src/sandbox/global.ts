/** Entry point of `dist/cdn/sandbox.js`: puts a call centre on the page in place of the vendor's script. */
import type { SobotClient } from '../sdk/index.js';
import type { CallCentre } from './call-centre.js';
import { createSandbox } from './index.js';

declare global {
  interface Window {
    SobotClient?: SobotClient & { sandbox?: CallCentre };
  }
}

const sandbox = createSandbox();

window.SobotClient = { ...sandbox.SobotClient, sandbox };
