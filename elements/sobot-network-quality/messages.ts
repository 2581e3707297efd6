/**
 * English messages of `<sobot-network-quality>`. The warnings say what the customer hears: an agent
 * can act on that, not on a figure.
 */
export const networkQualityMessages = {
  'network.title': 'Voice connection',
  'network.e': 'Good',
  'network.d': 'Fair',
  'network.c': 'Poor',
  'network.b': 'Very poor',
  'network.a': 'Disconnected',
  'network.unrated': 'Not rated',
  'network.none': 'No figures yet: they come during a call',
  'network.pstn': 'No figures: with the answering method Phone, the sound does not pass through this page',
  'network.ping': 'Ping',
  'network.jitter': 'Jitter',
  'network.loss': 'Loss',
  'network.mos': 'MOS, estimated',
  'network.mosHint':
    'Mean opinion score from 1 to 4.5, estimated from ping, jitter and loss by ITU-T G.107; not measured',
  'network.ms': (value: string) => `${value} ms`,
  'network.percent': (value: string) => `${value} %`,
  'network.now': 'Live',
  'network.ago': (time: string) => `${time} ago`,
  'network.trend': (lowest: string, last: string) =>
    `Estimated MOS of the last two minutes: lowest ${lowest}, last ${last}`,
  'network.figures': (ping: string, jitter: string, loss: string, mos: string) =>
    `Ping ${ping} ms, jitter ${jitter} ms, loss ${loss} %, MOS about ${mos}`,
  'network.warn.mos': 'Poor connection: the caller may not hear you clearly.',
  'network.warn.ping': 'Long delay: you and the caller may talk over each other.',
  'network.warn.loss': 'Audio is dropping out: some words may be missing.',
  'network.warn.jitter': 'Unstable connection: voices may break up.',
} as const;
