/** Connection of two WebRTC peers within the page. */

const CONNECT_TIMEOUT_MS = 10_000;

/** Connects two peers. It needs no server, because both are in this page. */
export async function connectPeers(a: RTCPeerConnection, b: RTCPeerConnection, signal: AbortSignal): Promise<void> {
  let candidates = 0;
  const connected = whenConnected(a, signal, () =>
    candidates > 0
      ? `no connection after ${CONNECT_TIMEOUT_MS / 1000} seconds`
      : 'WebRTC finds no network on this computer, not even for a call within the page',
  );
  const negotiated = negotiate(a, b);
  const troubles = new Promise<never>((_, reject) => {
    const pass = (from: RTCPeerConnection, to: RTCPeerConnection) =>
      from.addEventListener('icecandidate', ({ candidate }) => {
        if (!candidate) return;
        candidates++;
        // A candidate may arrive before the other peer has the description that it belongs to.
        negotiated.then(() => to.addIceCandidate(candidate)).catch(reject);
      });
    pass(a, b);
    pass(b, a);
  });
  await Promise.race([Promise.all([negotiated, connected]), troubles]);
}

async function negotiate(a: RTCPeerConnection, b: RTCPeerConnection): Promise<void> {
  await a.setLocalDescription();
  if (a.localDescription) await b.setRemoteDescription(a.localDescription);
  await b.setLocalDescription();
  if (b.localDescription) await a.setRemoteDescription(b.localDescription);
}

function whenConnected(connection: RTCPeerConnection, signal: AbortSignal, tooLate: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const settleByState = () => {
      if (connection.connectionState === 'connected') settle(resolve);
      if (connection.connectionState === 'failed') settle(() => reject(new Error('the connection failed')));
    };
    const settle = (done: () => void) => {
      clearTimeout(timer);
      connection.removeEventListener('connectionstatechange', settleByState);
      done();
    };
    const timer = setTimeout(() => settle(() => reject(new Error(tooLate()))), CONNECT_TIMEOUT_MS);
    signal.addEventListener('abort', () => settle(() => reject(new Error('the call ended'))), { once: true });
    connection.addEventListener('connectionstatechange', settleByState);
  });
}
