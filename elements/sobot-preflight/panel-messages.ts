/**
 * English messages of the panel, which are loaded with it. In a remedy, `{origin}` stands for the
 * origin of the page, and `{detail}` for the detail of the outcome.
 */
export const preflightPanelMessages = {
  'preflight.title': 'Audio check',
  'preflight.run': 'Run checks',
  'preflight.test': 'Test speaker',
  'preflight.copy': 'Copy report',
  'preflight.copied': 'Copied',
  'preflight.copyByHand': 'Your browser blocked copying. Press Ctrl+C (⌘C).',
  'preflight.result': 'Result as text',
  'preflight.checking': 'Checking…',
  'preflight.ask': 'We ask for your microphone only when you run the checks.',
  'preflight.fine': 'No problem found',
  'preflight.found': (count: number) => (count === 1 ? '1 problem found' : `${count} problems found`),
  'preflight.framed': 'in a frame of another page',
  'preflight.level': 'Microphone level',
  'preflight.speak': 'Say something: the bar follows your voice.',
  'preflight.heard': 'Did you hear the tone?',
  'preflight.yes': 'Yes',
  'preflight.no': 'No',
  // The settings below the checks.
  'preflight.settings': 'Sound and notifications',
  'preflight.volume': 'Ring volume',
  'preflight.device': 'Ring through',
  'preflight.deviceDefault': 'System default',
  'preflight.deviceGone': 'Not connected; rings through the system default',
  'preflight.deviceHidden': 'Selected device (its name is hidden until the microphone is allowed)',
  'preflight.deviceUnnamed': 'Run the checks and allow the microphone to see other devices.',
  'preflight.choose': 'Choose speaker',
  'preflight.notify': 'Desktop notifications',
  'preflight.notifyDenied':
    'The browser blocks notifications of this site. Allow them beside the address, then reload.',
  // The statuses in words, because a colour alone is not a sign.
  'preflight.status.ok': 'OK',
  'preflight.status.warning': 'Warning',
  'preflight.status.failed': 'Problem',
  'preflight.status.open': 'Not checked',
  'preflight.check.context': 'Secure connection',
  'preflight.check.browser': 'Browser',
  'preflight.check.microphone': 'Microphone',
  'preflight.check.sound': 'Sound',
  'preflight.check.speaker': 'Speaker',
  'preflight.check.sdk': 'Sobot service',
  // Each problem has a remedy. It addresses the agent first, and after "IT:" the department that
  // can change a policy, a header or a proxy.
  'preflight.problem.insecure-context': 'The page is not served by HTTPS, so the browser gives it no microphone.',
  'preflight.remedy.insecure-context':
    'Open the page by its https:// address. IT: serve {origin}, and every page that frames it, by HTTPS.',
  'preflight.problem.browser-mobile': 'This is a mobile browser. Sobot’s phone supports desktop browsers only.',
  'preflight.remedy.browser-mobile': 'Use Chrome, Edge or Firefox on a computer.',
  'preflight.problem.browser-unsupported': 'This browser can’t make calls: it has no WebRTC.',
  'preflight.remedy.browser-unsupported':
    'Use a current Chrome, Edge or Firefox. IT: WebRTC may be switched off by a policy or an extension.',
  'preflight.problem.browser-untested': 'Sobot recommends Chrome or Firefox; this is another browser.',
  'preflight.remedy.browser-untested': 'If calls fail, use Chrome, Edge or Firefox.',
  'preflight.problem.no-microphone': 'No microphone was found.',
  'preflight.remedy.no-microphone':
    'Plug in the headset, or switch it on, and run the checks again. IT: see the system’s sound settings and the driver; a remote desktop has to pass the microphone on.',
  'preflight.problem.permission-denied': 'The microphone is blocked for this site.',
  'preflight.remedy.permission-denied':
    'Click the icon left of the address, allow the microphone, and reload. IT: a browser policy may block it; allow {origin} (Chrome: AudioCaptureAllowedUrls, Firefox: Permissions, Microphone).',
  'preflight.problem.permission-dismissed': 'The microphone prompt was dismissed.',
  'preflight.remedy.permission-dismissed': 'Run the checks again, and choose “Allow”.',
  'preflight.problem.system-denied': 'Your operating system is blocking the microphone.',
  'preflight.remedy.system-denied':
    'Allow it in the system’s privacy settings (Windows: Privacy, Microphone; macOS: Privacy & Security, Microphone), and restart the browser.',
  'preflight.problem.iframe-allow': 'The page is in a frame that may not use the microphone.',
  'preflight.remedy.iframe-allow':
    'IT: the page that frames {origin} needs <iframe allow="microphone; autoplay; speaker-selection; clipboard-write">, and no Permissions-Policy header that forbids the microphone.',
  'preflight.problem.permissions-policy': 'A Permissions-Policy header forbids the microphone to this page.',
  'preflight.remedy.permissions-policy':
    'IT: the server of {origin}, or of a page around it, has to send Permissions-Policy: microphone=(self), or the header without microphone. In frames, name the framed origin too.',
  'preflight.problem.microphone-in-use': 'The microphone is there, but can’t be used: another program may hold it.',
  'preflight.remedy.microphone-in-use':
    'Close other programs that use the microphone, replug the headset, restart the browser. IT: see the exclusive mode in the sound settings, and the driver.',
  'preflight.problem.microphone-silent': 'No sound at all comes from the microphone.',
  'preflight.remedy.microphone-silent':
    'Look at the mute switch of the headset, and choose the right microphone in the browser’s and the system’s settings.',
  'preflight.problem.microphone-failed': 'The microphone could not be used.',
  'preflight.remedy.microphone-failed': 'Replug the headset and restart the browser. IT: the browser says {detail}.',
  'preflight.problem.sound-blocked': 'The browser keeps this page silent until somebody clicks in it.',
  'preflight.remedy.sound-blocked':
    'After each reload, click once in the page. IT: allow sound for {origin} in the site settings, or by a browser policy (Chrome: AutoplayAllowlist, Firefox: Permissions, Autoplay); frames need allow="autoplay".',
  'preflight.problem.sound-failed': 'The browser can’t play any sound.',
  'preflight.remedy.sound-failed':
    'Connect a speaker or headset, choose it in the system’s sound settings, and restart the browser.',
  'preflight.problem.speaker-permission': 'This browser asks for each speaker, and none is allowed yet.',
  'preflight.remedy.speaker-permission':
    'Press “Choose speaker” and choose one. If nothing is asked, allow speakers and sound for this site beside the address. IT: no Permissions-Policy may forbid speaker-selection.',
  'preflight.problem.speaker-silent': 'The test tone was not heard.',
  'preflight.remedy.speaker-silent':
    'Turn up the volume, unmute the tab and the browser in the system’s mixer, and choose another speaker below.',
  'preflight.problem.sdk-network': 'Sobot’s script can’t be loaded from {detail}.',
  'preflight.remedy.sdk-network':
    'Turn off ad blockers for this site. IT: let {detail} through proxy, firewall and DNS filter.',
  'preflight.problem.sdk-policy': 'The page’s Content-Security-Policy blocks Sobot’s script.',
  'preflight.remedy.sdk-policy': 'IT: add {detail} to script-src in the Content-Security-Policy of {origin}.',
  'preflight.problem.sdk-start': 'The phone could not start: {detail}',
  'preflight.remedy.sdk-start': 'Send this to your administrator.',
} as const;
