/** The line that says why a call has no microphone, and what to do. */
import { html, nothing, type TemplateResult } from 'lit';
import type { AgentState } from '../../src/state/index.js';
import type { Translate } from '../../src/ui/i18n/index.js';
import { micOff } from '../../src/ui/icons/index.js';
import type { callControlsMessages } from './messages.js';

/** Renders a live region, which is there before it has text. Its host places it below the buttons, so that none moves. */
export const renderMicrophone = (
  t: Translate<typeof callControlsMessages>,
  problem: AgentState['microphone'],
): TemplateResult =>
  html`<div class="failure" role="status">
    ${
      problem
        ? html`<p class="notice bad" part="notice microphone">
            ${micOff}<span>${t(`controls.microphone.${problem}`)}</span>
          </p>`
        : nothing
    }
  </div>`;
