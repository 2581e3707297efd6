import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import '../../../elements/sobot-agent/define.js';
import '../../../elements/sobot-preflight/define.js';
import type { SobotPreflight } from '../../../elements/sobot-preflight/define.js';
import { soundSettings } from '../../../src/ui/audio/audio-settings.js';
import { expectAccessible, expectFits, nameOf, textOf } from '../../support/element-fixture.js';
import { createNotifications, type NotificationsFixture } from '../../support/notification.js';
import { onCleanup } from '../../support/cleanup.js';
import { FakeSound } from '../../support/sound.js';

const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

describe('<sobot-preflight>', () => {
  let element: SobotPreflight;
  let sound: FakeSound;
  let notifications: NotificationsFixture;

  const all = <E extends HTMLElement>(selector: string): E[] => [
    ...(element.shadowRoot?.querySelectorAll<E>(selector) ?? []),
  ];
  const find = <E extends HTMLElement>(selector: string): E => {
    const [found] = all<E>(selector);
    if (!found) throw new Error(`there is no ${selector}`);
    return found;
  };
  const buttons = (): string[] => all('button').map(nameOf);
  const button = (name: string): HTMLElement => {
    const found = all('button').find((each) => nameOf(each) === name);
    if (!found) throw new Error(`no button "${name}", but ${buttons().join(', ')}`);
    return found;
  };
  const press = async (name: string): Promise<void> => {
    button(name).click();
    await frame();
    await element.updateComplete;
  };
  const until = async (probe: () => unknown): Promise<void> => {
    while (!probe()) await frame();
    await element.updateComplete;
  };
  const check = (name: string): string => textOf(all('li').find((each) => textOf(each).startsWith(name)) as Node);
  const field = <E extends HTMLElement>(name: string): E => {
    const label = all<HTMLLabelElement>('label').find((each) => textOf(each) === name);
    const found = label?.control as E | null | undefined;
    if (!found) throw new Error(`no field "${name}"`);
    return found;
  };
  const ran = async (): Promise<SobotPreflight['result']> => {
    const published = oneEvent(element, 'sobot-preflight-result');
    button('Run checks').click();
    return (await published).detail as SobotPreflight['result'];
  };
  const problemOf = (name: string): string | null | undefined =>
    element.result?.checks.find((each) => each.name === name)?.problem;

  const come = async (): Promise<void> => {
    const agent = await fixture(html`<sobot-agent sandbox manual><sobot-preflight></sobot-preflight></sobot-agent>`);
    element = agent.querySelector('sobot-preflight') as SobotPreflight;
    await until(() => all('li').length);
    await until(() => check('Secure connection').includes('OK'));
  };

  beforeEach(async () => {
    sound = new FakeSound();
    notifications = createNotifications();
    soundSettings.set({ volume: 0.7, device: '', notify: true });
    await executeServerCommand('microphone', 'granted');
    await come();
  });
  afterEach(() => {
    element.remove();
    localStorage.clear();
  });

  it('looks at what disturbs nobody, and leaves the rest to the person', async () => {
    expect(element.result).to.be.null;
    await until(() => check('Sound').includes('OK'));
    expect(check('Browser')).to.contain('OK');
    expect(check('Microphone')).to.equal('Microphone Not checked');
    expect(check('Speaker')).to.equal('Speaker Not checked');
    expect(buttons().slice(0, 3)).to.deep.equal(['Run checks', 'Test speaker', 'Copy report']);
    expect(textOf(find('[part="summary"]'))).to.equal('We ask for your microphone only when you run the checks.');
    await expectAccessible(element);
    await expectFits(element);
  });

  it('runs the checks: result, event and states say the same', async () => {
    const heardOnDocument = oneEvent(document, 'sobot-preflight-result');
    const result = await ran();
    expect((await heardOnDocument).detail).to.equal(result);
    expect(element.result).to.equal(result);
    expect(result?.ok).to.be.true;
    expect(result?.page).to.equal(location.origin);
    expect(result?.checks.map(({ name }) => name)).to.deep.equal([
      'context',
      'browser',
      'microphone',
      'sound',
      'speaker',
      'sdk',
    ]);
    expect(element.matches(':state(ok)')).to.be.true;
    await until(() => textOf(find('[part="summary"]')) === 'No problem found');
  });

  it('shows the level of the microphone as long as it listens, and lets it go', async () => {
    const { getUserMedia } = navigator.mediaDevices;
    let stream: MediaStream | null = null;
    navigator.mediaDevices.getUserMedia = async (wanted) =>
      (stream = await getUserMedia.call(navigator.mediaDevices, wanted));
    await ran();
    await element.updateComplete;
    const meter = field<HTMLMeterElement>('Microphone level');
    await until(() => meter.value > 0.2);
    await expectAccessible(element);
    await expectFits(element);
    const [track] = (stream as MediaStream | null)?.getTracks() ?? [];
    expect(track?.readyState).to.equal('live');
    element.remove();
    expect(track?.readyState).to.equal('ended');
    navigator.mediaDevices.getUserMedia = getUserMedia;
  });

  it('says what is wrong, what to do, and runs again', async () => {
    await executeServerCommand('microphone', 'denied');
    await ran();
    await until(() => textOf(find('[part="summary"]')) === '1 problem found');
    expect(problemOf('microphone')).to.equal('permission-denied');
    expect(check('Microphone')).to.contain('The microphone is blocked for this site.');
    expect(check('Microphone')).to.contain(`allow ${location.origin} (Chrome: AudioCaptureAllowedUrls`);
    expect(element.matches(':state(failed)')).to.be.true;
    await expectAccessible(element);
    await expectFits(element);
    await executeServerCommand('microphone', 'granted');
    await ran();
    expect(problemOf('microphone')).to.be.null;
    expect(element.matches(':state(failed)')).to.be.false;
  });

  it('can be run by a script, too', async () => {
    expect(await element.check()).to.equal(element.result);
  });

  describe('Test speaker', () => {
    for (const [answer, problem] of [
      ['Yes', null],
      ['No', 'speaker-silent'],
    ] as const) {
      it(`plays the tone once, and takes ${answer} for an answer`, async () => {
        await press('Test speaker');
        expect(sound.once).to.equal(1);
        expect(textOf(find('#heard'))).to.equal('Did you hear the tone?');
        await expectAccessible(element);
        const published = oneEvent(element, 'sobot-preflight-result');
        await press(answer);
        await published;
        expect(problemOf('speaker')).to.equal(problem);
        expect(buttons()).not.to.include('Yes');
      });
    }

    it('begins anew when it is pressed again, and is silent when the element is gone', async () => {
      await press('Test speaker');
      await press('Test speaker');
      expect([sound.once, sound.tones]).to.deep.equal([2, 1]);
      element.remove();
      expect(sound.tones).to.equal(0);
    });
  });

  describe('Copy report', () => {
    const own = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
    const clipboard = (value: unknown): void =>
      void Object.defineProperty(navigator, 'clipboard', { configurable: true, value });
    afterEach(() => {
      if (own) Object.defineProperty(navigator, 'clipboard', own);
      else Reflect.deleteProperty(navigator, 'clipboard');
    });

    it('copies the result as text', async () => {
      let copied = '';
      clipboard({ writeText: (text: string) => Promise.resolve(void (copied = text)) });
      await ran();
      await press('Copy report');
      await until(() => textOf(find('.hint[role="status"]')) === 'Copied');
      expect(copied).to.contain('OK · Microphone').and.to.contain(navigator.userAgent);
    });

    for (const [why, value] of [
      ['is forbidden', { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }],
      ['isn’t there', undefined],
    ] as const) {
      it(`lays the text out where the clipboard ${why}`, async () => {
        clipboard(value);
        await press('Copy report');
        await until(() => all('textarea').length);
        const text = find<HTMLTextAreaElement>('textarea');
        expect(text.getAttribute('aria-label')).to.equal('Result as text');
        expect(element.shadowRoot?.activeElement === text).to.be.true;
        expect(text.value.slice(text.selectionStart, text.selectionEnd)).to.contain('Audio check');
        await expectAccessible(element);
        await expectFits(element);
      });
    }
  });

  describe('sound that the browser blocks', () => {
    it('is said and can be allowed, and remembered afterwards', async () => {
      await sound.become('blocked', element);
      await until(() => check('Sound').includes('Problem'));
      expect(buttons()).to.include('Allow sound');
      await expectAccessible(element);
      await sound.become('on', element);
      await until(() => check('Sound').includes('Warning'));
      expect(buttons()).not.to.include('Allow sound');
      await ran();
      expect(problemOf('sound')).to.equal('sound-blocked');
      expect(element.result?.ok).to.be.true;
    });
  });

  describe('Sound and notifications', () => {
    it('sets the volume, by keyboard too, and remembers it', async () => {
      const slider = field<HTMLInputElement>('Ring volume');
      expect(slider.value).to.equal('70');
      slider.focus();
      await sendKeys({ press: 'ArrowRight' });
      expect(soundSettings.value.volume).to.equal(0.75);
      await sendKeys({ press: 'Home' });
      expect(soundSettings.value.volume, 'never silent').to.equal(0.1);
      await element.updateComplete;
      expect(slider.getAttribute('aria-valuetext')).to.equal('10 %');
    });

    it('sets the device that calls ring on, from those that the browser names', async () => {
      const select = field<HTMLSelectElement>('Ring through');
      await until(() => select.options.length > 1);
      const [, desk] = select.options;
      select.value = desk?.value ?? '';
      select.dispatchEvent(new Event('change'));
      expect(soundSettings.value.device).to.equal(desk?.value);
      expect(desk?.value).not.to.be.empty;
    });

    it('says so when the chosen device is not there', async () => {
      soundSettings.set({ device: 'unplugged' });
      await element.updateComplete;
      const select = field<HTMLSelectElement>('Ring through');
      await until(() => textOf(select.selectedOptions[0] as Node).includes('Not connected'));
    });

    it('claims nothing about the chosen device before the browser names any', async () => {
      const devices = [{ kind: 'audiooutput', deviceId: '', label: '' } as MediaDeviceInfo];
      navigator.mediaDevices.enumerateDevices = () => Promise.resolve(devices);
      onCleanup(() => void Reflect.deleteProperty(navigator.mediaDevices, 'enumerateDevices'));
      navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
      soundSettings.set({ device: 'kept' });
      const chosen = (): string => textOf(field<HTMLSelectElement>('Ring through').selectedOptions[0] as Node);
      await until(() => chosen().startsWith('Selected device'));
      expect(chosen()).to.not.contain('Not connected');
    });

    for (const [before, answer, checked, asked] of [
      ['granted', 'granted', true, 0],
      ['default', 'granted', true, 1],
      ['default', 'denied', false, 1],
    ] as const) {
      it(`asks for notifications only when somebody wants them: ${before}, then ${answer}`, async () => {
        notifications.permission = before;
        notifications.answer = answer;
        soundSettings.set({ notify: false });
        await element.updateComplete;
        const box = field<HTMLInputElement>('Desktop notifications');
        expect(box.checked).to.be.false;
        expect(notifications.asked).to.equal(0);
        box.click();
        await frame();
        await element.updateComplete;
        expect(notifications.asked).to.equal(asked);
        expect(box.checked).to.equal(checked);
        expect(soundSettings.value.notify).to.be.true;
      });
    }

    it('says why notifications are not to be had', async () => {
      notifications.permission = 'denied';
      element.requestUpdate();
      await element.updateComplete;
      const box = field<HTMLInputElement>('Desktop notifications');
      expect(box.getAttribute('aria-disabled')).to.equal('true');
      expect(textOf(find(`#${box.getAttribute('aria-describedby')}`))).to.contain('blocks notifications');
      box.click();
      expect(box.checked).to.be.false;
      await expectAccessible(element);
    });
  });

  describe('in a browser that asks for each speaker, as Firefox', () => {
    const { mediaDevices } = navigator;
    let choose: () => Promise<MediaDeviceInfo>;

    beforeEach(async () => {
      element.remove();
      mediaDevices.selectAudioOutput = () => choose();
      mediaDevices.enumerateDevices = () =>
        Promise.resolve([{ kind: 'audiooutput', label: '', deviceId: '' } as MediaDeviceInfo]);
      await come();
      await until(() => check('Speaker').includes('Warning'));
    });
    afterEach(() => {
      Reflect.deleteProperty(mediaDevices, 'selectAudioOutput');
      Reflect.deleteProperty(mediaDevices, 'enumerateDevices');
    });

    it('names the permission, and lets the person choose', async () => {
      expect(check('Speaker')).to.contain('Press “Choose speaker”');
      const desk = { kind: 'audiooutput', label: 'Desk', deviceId: 'desk' } as MediaDeviceInfo;
      choose = () => Promise.resolve(desk);
      mediaDevices.enumerateDevices = () => Promise.resolve([desk]);
      await press('Choose speaker');
      await until(() => check('Speaker').includes('Not checked'));
      expect(soundSettings.value.device).to.equal('desk');
      await until(() => field<HTMLSelectElement>('Ring through').value === 'desk');
      await expectAccessible(element);
    });

    it('says that it was refused', async () => {
      choose = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
      await press('Choose speaker');
      await until(() => check('Speaker').includes('Problem'));
      expect(soundSettings.value.device).to.equal('');
    });
  });

  it('needs no agent', async () => {
    element.remove();
    element = await fixture(html`<sobot-preflight></sobot-preflight>`);
    await until(() => all('li').length);
    expect(buttons()).to.include('Run checks');
    expect(element.shadowRoot?.textContent).not.to.contain('No phone here');
  });

  it('speaks Chinese when the page does', async () => {
    element.lang = 'zh-CN';
    await until(() => buttons().includes('开始检查'));
    await element.check();
    expect(element.result?.text).to.contain('麦克风');
  });
});
