import { agentListMessages, figuresMessages } from '../../src/ui/components/index.js';

/** Messages of `<sobot-supervisor>`. */
export const supervisorMessages = {
  ...agentListMessages,
  ...figuresMessages,
  'supervisor.forceLogout': 'Force log out',
  'supervisor.forceLogoutAsk': (name: string) => `Force log out ${name}?`,
  'supervisor.forceLogoutText': (name: string) => `${name} is logged out, and gets no calls until the next login.`,
  'supervisor.forceLogoutDone': (name: string) => `${name} was logged out.`,
  'supervisor.forceBusy': 'Force busy',
  'supervisor.forceBusyAsk': (name: string) => `Force busy: ${name}?`,
  'supervisor.forceBusyText': (name: string) => `${name} is set busy, and gets no calls until ready again.`,
  'supervisor.forceBusyDone': (name: string) => `${name} was set busy.`,
  'supervisor.forceReady': 'Force ready',
  'supervisor.forceReadyAsk': (name: string) => `Force ready: ${name}?`,
  'supervisor.forceReadyText': (name: string) => `${name} is set ready, and may get the next call at once.`,
  'supervisor.forceReadyDone': (name: string) => `${name} was set ready.`,
} as const;
