/** The fields of a message about an inbound call, as the vendor spells them. */
export const callFields = {
  callID: 'c1',
  callType: 'Inbound',
  otherDN: '135****5678',
  otherDNRole: 'Origination',
  thisDN: '1000',
  thisDNRole: 'Destination',
};

/** Returns the id of a call that no other test knows. */
export const uniqueCallId = (): string => `call-${crypto.randomUUID()}`;
