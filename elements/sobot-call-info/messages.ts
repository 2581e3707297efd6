import { callMessages } from '../../src/ui/call/index.js';

/**
 * Messages of `<sobot-call-info>`. The keys `party.…` and `role.…` end with the vendor's values.
 */
export const callInfoMessages = {
  ...callMessages,
  'info.dialing': 'Dialing',
  'info.ringing': 'Ringing',
  'info.talking': 'Talking',
  'info.held': 'On hold',
  // A restored call whose state is not confirmed: it may be talking or on hold.
  'info.presumed': 'On a call',
  'info.muted': 'Muted',
  'info.ended': 'Call ended',
  'info.consult.dialing': (who: string) => `Calling ${who}`,
  'info.consult.talking': (who: string) => `Talking to ${who}`,
  'info.consult.conference': (who: string) => `Conference with ${who}`,
  'info.parties': 'Parties',
  // States of a party.
  'party.Idle': 'Idle',
  'party.Dialing': 'Dialing',
  'party.Ringing': 'Ringing',
  'party.Talk': 'Talking',
  'party.Held': 'On hold',
  // Roles of a party (section "DNRole description"). `Agent` and `Consulted` are the kit's own.
  'role.Unknown': 'Party',
  'role.Agent': 'Agent',
  'role.Consulted': 'Consulted',
  'role.Origination': 'Caller',
  'role.Destination': 'Called',
  'role.AddedBy': 'Added by',
  'role.NewParty': 'Added',
  'role.DeletedBy': 'Removed by',
  'role.DeletedParty': 'Removed',
  'role.ObserveBy': 'Monitored by',
  'role.TransferBy': 'Transferred by',
  'role.ConsultBy': 'Consulted by',
  'role.BargeinBy': 'Barged in',
  'role.BargeinTo': 'Barged in on',
  'role.InterceptTo': 'Taken over',
  'role.TransferTo': 'Transferred to',
  'role.ObserveTo': 'Monitored',
  'role.InterceptBy': 'Taken over by',
  'role.ConferenceBy': 'Conference by',
} as const;
