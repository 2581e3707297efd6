/**
 * Texts of `<sobot-supervisor>`, apart from its class: `src/locales` takes the keys of the
 * translations from them.
 */
import { agentListMessages, figuresMessages } from '../../src/ui/components/index.js';

/**
 * English messages of `<sobot-supervisor>`. Each command has a label, the question and the
 * consequence of its dialog, and a result. "Busy" in the interface stands for the vendor's
 * "Occupied".
 */
export const supervisorMessages = {
  ...agentListMessages,
  ...figuresMessages,
  'supervisor.forceLogout': 'Force log out',
  'supervisor.forceLogoutAsk': (name: string) => `Log out ${name}?`,
  'supervisor.forceLogoutText': (name: string) => `${name} won’t get calls until the next login.`,
  'supervisor.forceLogoutDone': (name: string) => `${name} was logged out.`,
  'supervisor.forceBusy': 'Force busy',
  'supervisor.forceBusyAsk': (name: string) => `Set ${name} to Busy?`,
  'supervisor.forceBusyText': (name: string) => `${name} won’t get calls until Ready again.`,
  'supervisor.forceBusyDone': (name: string) => `${name} was set busy.`,
  'supervisor.forceReady': 'Force ready',
  'supervisor.forceReadyAsk': (name: string) => `Set ${name} to Ready?`,
  'supervisor.forceReadyText': (name: string) => `${name} may get the next call at once.`,
  'supervisor.forceReadyDone': (name: string) => `${name} was set ready.`,
} as const;
