import { expect, fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import { phoneNumberField, recentNumbersList } from '../../../src/ui/components/index.js';

describe('phoneNumberField', () => {
  const place = async (value = ''): Promise<{ field: HTMLInputElement; inputs: string[]; enters: number[] }> => {
    const p = await fixture<HTMLElement>(html`<p></p>`);
    const inputs: string[] = [];
    const enters: number[] = [];
    const onInput = (text: string): void => void inputs.push(text);
    render(phoneNumberField({ label: 'Number', value, onInput, onEnter: () => enters.push(1) }), p);
    return { field: p.querySelector('input') as HTMLInputElement, inputs, enters };
  };

  it('is named by its label', async () => {
    const { field } = await place();
    expect(field.labels?.[0]?.textContent).to.equal('Number');
    await expect(field).to.be.accessible();
  });

  it('cleans a number that is pasted, and inserts it at the cursor', async () => {
    const { field, inputs } = await place('0086');
    field.setSelectionRange(2, 4);
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', 'tel:135 1234-5678');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }));
    expect(inputs).to.deep.equal(['0013512345678']);
  });

  it('leaves an extension out, and says so; keeps what it can’t read', async () => {
    const p = await fixture<HTMLElement>(html`<p></p>`);
    const inputs: string[][] = [];
    const onInput = (...input: string[]): void => void inputs.push(input);
    render(phoneNumberField({ label: 'Number', value: '', onInput, onEnter: () => undefined }), p);
    const field = p.querySelector('input') as HTMLInputElement;
    for (const text of ['555-0100 x12', 'Ada']) {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', text);
      field.value = '';
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }));
    }
    expect(inputs).to.deep.equal([
      ['5550100', '12'],
      ['Ada', ''],
    ]);
  });

  it('keeps what people type, and reports Enter', async () => {
    const { field, inputs, enters } = await place();
    field.value = '135 1234';
    field.dispatchEvent(new InputEvent('input'));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true }));
    expect(inputs).to.deep.equal(['135 1234']);
    expect(enters).to.have.length(1);
  });
});

describe('recentNumbersList', () => {
  it('shows masked numbers and selects the whole one', async () => {
    const selected: string[] = [];
    const list = await fixture<HTMLElement>(html`<p></p>`);
    const options = {
      label: 'Last numbers',
      numbers: ['1234'],
      maskNumber: () => '***4',
      buttonName: (masked: string) => `Call ${masked}`,
      reason: null,
      busy: false,
      onSelect: (number: string) => selected.push(number),
    };
    render(html`${recentNumbersList(options)}`, list);
    const button = list.querySelector('button') as HTMLButtonElement;
    expect(button.textContent?.trim()).to.equal('***4');
    expect(button.getAttribute('aria-label')).to.equal('Call ***4');
    button.click();
    expect(selected).to.deep.equal(['1234']);
    render(html`${recentNumbersList({ ...options, numbers: [] })}`, list);
    expect(list.querySelector('ul')).to.equal(null);
  });
});
