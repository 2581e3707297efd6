/** The softphone as one would write it by hand for one page: no elements, no store; an SDK message changes the DOM. */
import { EVENT_ALL, EVENT_LATENCY, type SdkMessage } from '../../../src/sdk/index.js';
import { Ringtone } from '../../../elements/sobot-incoming-call/ringtone.js';
import type { Double } from './double.js';
import {
  call,
  dialer,
  h,
  icon,
  incoming,
  level,
  mmss,
  statusMenu,
  tools,
  wrapUp,
  type Ringing,
} from './plain-views.js';

const words: Record<string, string> = { e: 'Good', d: 'Fair', c: 'Poor', b: 'Very poor', a: 'Disconnected' };
const bars: Record<string, number> = { e: 4, d: 3, c: 2, b: 1, a: 0 };
const pause = 'M14 4h4v16h-4zM6 4h4v16H6z';
const talk = 'M13 2a9 9 0 0 1 9 9M13 6a5 5 0 0 1 5 5';

export function plainPhone(parent: Element, double: Double): void {
  const act = (command: string, params: Record<string, unknown> = {}): void => {
    (Reflect.get(double, command) as ((options: object) => void) | undefined)?.(params);
  };
  const menu = statusMenu(act);
  const header = h('header', {}, menu.root, h('span', { class: 'space' }));
  const main = h('div', { class: 'main' }, dialer(act));
  const foot = tools(act);
  const footer = h('footer', {}, h('span', {}, '1001'));
  parent.append(h('section', { class: 'card panel', 'aria-label': 'Phone' }, header, main, foot.root, footer));

  let ringing: Ringing | null = null;
  let running: ReturnType<typeof call> | null = null;
  let meter: HTMLElement | null = null;
  let connectedAt = 0;
  let tick: (() => void) | null = null;
  let since = Date.now();
  setInterval(() => {
    menu.time.textContent = mmss(since);
    tick?.();
  }, 1000);

  const ring = new Ringtone();
  const { title } = document;

  const show = (view: HTMLElement, ticking: (() => void) | null = null): void => {
    main.replaceChildren(view);
    foot.routing.hidden = !view.querySelector('.entry');
    tick = ticking;
  };

  function present(status: 'ready' | 'dnd' | 'break', word: string): void {
    if (menu.name.textContent === word) return;
    since = Date.now();
    menu.name.textContent = word;
    menu.time.textContent = '00:00';
    menu.light.className = `dot ${status}`;
    menu.toggle.setAttribute('aria-label', `Status: ${word}`);
    menu.ready.setAttribute('aria-checked', String(status === 'ready'));
    menu.dnd.setAttribute('aria-checked', String(status === 'dnd'));
  }

  function free(isFree: boolean): void {
    if (isFree) for (const name of ['aria-disabled', 'aria-description', 'title']) menu.logout.removeAttribute(name);
    else {
      menu.logout.setAttribute('aria-disabled', 'true');
      menu.logout.setAttribute('aria-description', 'Not during a call');
      menu.logout.setAttribute('title', 'Not during a call');
    }
  }

  function setHeld(held: boolean): void {
    if (!running) return;
    running.state.textContent = held ? 'On hold' : 'Talking';
    running.tag.className = `tag ${held ? 'warn-tag' : 'go-tag'}`;
    running.stateIcon.firstElementChild?.setAttribute('d', held ? pause : talk);
    if (held) running.tag.append(running.heldTime);
    else running.heldTime.remove();
    running.heldTime.textContent = '00:00';
    for (const word of running.partyStates) word.textContent = held ? 'On hold' : 'Talking';
    relabel(running.hold, held ? 'Resume' : 'Hold', held ? 'retrieveCall' : 'holdCall', held);
    if (held) running.mute.setAttribute('aria-disabled', 'true');
    else running.mute.removeAttribute('aria-disabled');
  }

  function setMuted(muted: boolean): void {
    if (!running) return;
    if (muted)
      running.tag.after(h('span', { class: 'tag stop-tag' }, icon(pause), h('span', { role: 'status' }, 'Muted')));
    else running.tag.nextElementSibling?.remove();
    relabel(running.mute, muted ? 'Unmute' : 'Mute', muted ? 'unmute' : 'muteCall', muted);
  }

  function relabel(button: HTMLElement, label: string, command: string, on: boolean): void {
    const text = button.lastElementChild;
    if (text) text.textContent = label;
    button.dataset.command = command;
    button.classList.toggle('on', on);
    button.querySelector('path')?.setAttribute('d', on ? pause : talk);
  }

  function sampled({ ping, jitter, loss, quality }: SdkMessage): void {
    if (!meter) return;
    const letter = String(quality);
    const label = `Voice connection: ${words[letter]}`;
    meter.setAttribute('aria-label', label);
    meter.title = `${label}. Ping ${String(ping)} ms, jitter ${String(jitter)} ms, loss ${String(loss)}. Live`;
    meter.querySelectorAll('rect').forEach((bar, index) => bar.classList.toggle('on', index < (bars[letter] ?? 0)));
  }

  function begin(message: SdkMessage): void {
    ringing = {
      number: String(message['otherDN']),
      queue: String(message['queueName']),
      data: { ...(message.attachedData as object) },
    };
    const view = incoming(ringing, act);
    const from = Date.now();
    free(false);
    ring.start();
    document.title = `Incoming call · ${title}`;
    show(view.root, () => (view.time.textContent = mmss(from)));
  }

  function connect(message: SdkMessage): void {
    if (!ringing) return;
    const view = (running = call(ringing, String(message['thisDN']), act));
    connectedAt = Date.now();
    ring.stop();
    document.title = title;
    meter = level();
    header.append(meter);
    setHeld(false);
    show(view.root, () => (view.time.textContent = mmss(connectedAt)));
  }

  function end(): void {
    if (!ringing) return;
    const view = wrapUp(ringing, mmss(connectedAt), act);
    const from = Date.now();
    meter?.remove();
    running = meter = ringing = null;
    free(true);
    show(view.root, () => (view.time.textContent = `After-call work · ${mmss(from)}`));
  }

  double.on(EVENT_LATENCY, sampled);
  double.on(EVENT_ALL, (message) => {
    switch (message.messageID) {
      case 'EventRinging':
        return begin(message);
      case 'EventEstablished':
        return connect(message);
      case 'EventAgentHoldCall':
        return setHeld(true);
      case 'EventAgentRetrieveCall':
        return setHeld(false);
      case 'EventAgentMute':
        return setMuted(true);
      case 'EventAgentUnmute':
        return setMuted(false);
      case 'EventReleased':
        return end();
      case 'EventAgentReady':
        present('ready', 'Ready');
        return main.querySelector('.keypad') ? undefined : show(dialer(act));
      case 'EventAgentNotReady':
        present('break', 'Break');
        return main.querySelector('.keypad') ? undefined : show(dialer(act));
    }
  });
  present('ready', 'Ready');
}
