/** The fields of a draft: the notes, and the disposition if the page offers some. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { parseStringList } from '../../src/internal/index.js';
import type { WrapUpDraft } from '../../src/session/index.js';
import type { Translate } from '../../src/ui/i18n/index.js';
import { circleAlert } from '../../src/ui/icons/index.js';
import type { wrapUpMessages } from './messages.js';

/** The draft with the function that changes it. */
export interface DraftFieldsContext {
  readonly t: Translate<typeof wrapUpMessages>;
  readonly draft: WrapUpDraft;
  readonly onChange: (changes: Partial<WrapUpDraft>) => void;
}

/** Renders the notes. `live` keeps what the agent types, although each key stroke changes the draft. */
export function renderNotes({ t, draft, onChange }: DraftFieldsContext): TemplateResult {
  const handleInput = ({ currentTarget }: Event & { currentTarget: HTMLTextAreaElement }): void =>
    onChange({ notes: currentTarget.value });
  return html`<div class="field notes">
    <label for="notes">${t('wrapUp.notes')}</label>
    <textarea id="notes" part="notes" rows="3" .value=${live(draft.notes)} @input=${handleInput}></textarea>
  </div>`;
}

/**
 * Renders the choice of a disposition, or nothing if the page offers none. The selected disposition stays in the list,
 * also if the page has replaced the list since.
 *
 * @param dispositions a list of strings, or its JSON; anything else is reported in place
 */
export function renderDisposition(
  { t, draft, onChange }: DraftFieldsContext,
  dispositions: unknown,
): TemplateResult | typeof nothing {
  const list = parseStringList(dispositions);
  if (!list) return html`<p class="notice" part="notice">${circleAlert}${t('wrapUp.badDispositions')}</p>`;
  if (list.length === 0) return nothing;
  const selected = draft.disposition;
  const options = selected && !list.includes(selected) ? [...list, selected] : list;
  const handleChange = ({ currentTarget }: Event & { currentTarget: HTMLSelectElement }): void =>
    onChange({ disposition: currentTarget.value });
  return html`<div class="field">
    <label for="disposition">${t('wrapUp.disposition')}</label>
    <select id="disposition" part="disposition" @change=${handleChange}>
      <option value="" .selected=${live(selected === '')}>${t('wrapUp.noDisposition')}</option>
      ${options.map((each) => html`<option value=${each} .selected=${live(each === selected)}>${each}</option>`)}
    </select>
  </div>`;
}
