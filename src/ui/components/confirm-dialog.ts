/** The dialog before a command that can't be undone. */
import { css, html, type TemplateResult } from 'lit';
import { actionButton } from './button.js';

export interface ConfirmDialog {
  readonly title: string;
  /** The consequences of the command. */
  readonly text: string;
  /** The label of the button that runs the command. */
  readonly confirmLabel: string;
  /** The label of the button that doesn't. It has the focus first, so that Enter does no harm. */
  readonly cancelLabel: string;
  readonly onConfirm: () => void;
}

/** Keeps Escape in the dialog: elements around it close panels by the same key. */
const stopEscape = (event: KeyboardEvent): void => {
  if (event.key === 'Escape') event.stopPropagation();
};

const closeDialog = (event: Event): void => (event.currentTarget as Element).closest('dialog')?.close();

/** Renders the dialog, closed. The host opens it by `dialog.showModal()`. CSS parts: `dialog`, `confirm`, `cancel`. */
export const confirmDialog = ({ title, text, confirmLabel, cancelLabel, onConfirm }: ConfirmDialog): TemplateResult =>
  html`<dialog part="dialog" aria-labelledby="title" aria-describedby="text" @keydown=${stopEscape}>
    <h2 id="title">${title}</h2>
    <p id="text">${text}</p>
    <div class="row">
      ${actionButton({ label: cancelLabel, part: 'cancel', variant: 'plain', onClick: closeDialog })}
      ${actionButton({
        label: confirmLabel,
        part: 'confirm',
        variant: 'stop',
        onClick: (event) => {
          closeDialog(event);
          onConfirm();
        },
      })}
    </div>
  </dialog>`;

/** Goes with `buttonStyles` and `textStyles`. */
export const confirmDialogStyles = css`
  dialog {
    max-inline-size: min(340px, calc(100vw - 32px));
    padding: 20px;
    border: 1px solid var(--_line);
    border-radius: 14px;
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 12px 40px rgb(0 0 0 / 30%);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  dialog h2 {
    font-size: 16px;
  }
  dialog p {
    margin-block: 8px 16px;
    color: var(--_muted);
  }
`;
