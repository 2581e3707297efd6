import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../../elements/sobot-agent/define.js';
import '../../../elements/sobot-softphone/define.js';
import { accessible } from '../../support/desk.js';
import { controlName, controls, drawn, liveRegion, said } from '../../support/softphone.js';
import { begin, come, media, scene, scenes, states } from '../../support/scene.js';

describe('sobot-softphone: every state', () => {
  scenes();

  for (const [name, { buttons, says }] of Object.entries(states)) {
    describe(name, () => {
      it('has its controls, and exactly one of a name', async () => {
        await come(name);
        const all = controls(scene.softphone).map(controlName);
        expect(all).to.include.members([...buttons]);
        expect(all).to.deep.equal([...new Set(all)]);
        expect(all.filter((each) => each === '')).to.deep.equal([]);
      });

      it('says in words what it is, in one region that was there before', async () => {
        begin();
        await scene.drawn();
        const region = liveRegion(scene.softphone);
        await states[name]?.come(scene);
        await scene.drawn();
        expect(liveRegion(scene.softphone)).to.equal(region);
        expect(said(scene.softphone)).to.match(says);
        const others = [...drawn(scene.softphone.shadowRoot as ShadowRoot)].filter(
          (each) => each !== region && each.matches('[role="status"], [aria-live="polite"]') && each.textContent.trim(),
        );
        const heard = said(scene.softphone);
        expect(others.map((each) => each.textContent.trim()).filter((text) => heard.includes(text))).to.deep.equal([]);
      });

      it('is accessible, light and dark', async () => {
        await come(name);
        await accessible(scene.softphone);
      });

      for (const layout of ['panel', 'bar', 'floating'] as const) {
        it(`fits as ${layout}, from 280 px to a wide page`, async () => {
          await come(name, layout);
          for (const width of [280, 360, 700, 900, 1400]) {
            await setViewport({ width, height: 800 });
            await scene.drawn();
            const outer = scene.softphone.getBoundingClientRect();
            expect(document.documentElement.scrollWidth, `${width}px`).to.be.at.most(width);
            for (const each of controls(scene.softphone)) {
              const { left, right, width: inner } = each.getBoundingClientRect();
              if (inner <= 1) continue; // visually hidden
              const what = `${controlName(each)} at ${width}px`;
              expect(left, what).to.be.at.least(outer.left - 1);
              expect(right, what).to.be.at.most(outer.right + 1);
            }
          }
        });
      }

      it('is seen in forced colours, and rests under reduced motion', async () => {
        await media([
          { name: 'forced-colors', value: 'active' },
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ]);
        await come(name);
        for (const each of drawn(scene.softphone.shadowRoot as ShadowRoot)) {
          expect(each.getAnimations().length, each.outerHTML.slice(0, 80)).to.equal(0);
        }
        for (const each of controls(scene.softphone, '.button')) {
          const { borderTopWidth, borderTopStyle } = getComputedStyle(each);
          expect(`${borderTopWidth} ${borderTopStyle}`, controlName(each)).to.equal('1px solid');
        }
      });
    });
  }
});
