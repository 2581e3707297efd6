/**
 * Entry point of `dist/cdn/sandbox.js`: defines the global of the vendor's script. It is for pages
 * that use the SDK without the kit, and for test runners that answer the address of the script with
 * another file.
 */
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
