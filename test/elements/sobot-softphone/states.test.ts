import { expect } from '@open-wc/testing';
import { expectAccessible, resize } from '../../support/element-fixture.js';
import { controlName, controls, drawn, liveRegion, said } from '../../support/softphone.js';
import { createSoftphone, emulateMediaFeatures, enterState, softphoneStates } from '../../support/softphone-fixture.js';

describe('sobot-softphone: every state', () => {
  for (const [name, { enter, buttons, announces }] of Object.entries(softphoneStates)) {
    describe(name, () => {
      it('has its controls, and exactly one of a name', async () => {
        const { softphone } = await enterState(name);
        const all = controls(softphone).map(controlName);
        expect(all).to.include.members([...buttons]);
        expect(all).to.deep.equal([...new Set(all)]);
        expect(all.filter((each) => each === '')).to.deep.equal([]);
      });

      it('says in words what it is, in one region that was there before', async () => {
        const fixture = createSoftphone();
        const { softphone } = fixture;
        await fixture.drawn();
        const region = liveRegion(softphone);
        await enter(fixture);
        await fixture.drawn();
        expect(liveRegion(softphone)).to.equal(region);
        expect(said(softphone)).to.match(announces);
        const others = [...drawn(softphone.shadowRoot as ShadowRoot)].filter(
          (each) => each !== region && each.matches('[role="status"], [aria-live="polite"]') && each.textContent.trim(),
        );
        const announcement = said(softphone);
        expect(
          others.map((each) => each.textContent.trim()).filter((text) => announcement.includes(text)),
        ).to.deep.equal([]);
      });

      it('is accessible, light and dark', async () => {
        const { softphone } = await enterState(name);
        await expectAccessible(softphone);
      });

      for (const layout of ['panel', 'bar', 'floating'] as const) {
        it(`fits as ${layout}, from 280 px to a wide page`, async () => {
          const fixture = await enterState(name, layout);
          for (const width of [280, 360, 700, 900, 1400]) {
            await resize(width, 800);
            await fixture.drawn();
            const outer = fixture.softphone.getBoundingClientRect();
            expect(document.documentElement.scrollWidth, `${width}px`).to.be.at.most(width);
            for (const each of controls(fixture.softphone)) {
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
        await emulateMediaFeatures([
          { name: 'forced-colors', value: 'active' },
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ]);
        const { softphone } = await enterState(name);
        for (const each of drawn(softphone.shadowRoot as ShadowRoot)) {
          expect(each.getAnimations().length, each.outerHTML.slice(0, 80)).to.equal(0);
        }
        for (const each of controls(softphone, '.button')) {
          const { borderTopWidth, borderTopStyle } = getComputedStyle(each);
          expect(`${borderTopWidth} ${borderTopStyle}`, controlName(each)).to.equal('1px solid');
        }
      });
    });
  }
});
