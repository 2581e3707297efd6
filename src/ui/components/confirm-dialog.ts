import { css, html, type TemplateResult } from 'lit';
import { actionButton } from './button.js';

export interface ConfirmDialog {
  readonly title: string;
  /** What will happen. */
  readonly text: string;
  /** The button that does it. */
  readonly confirmLabel: string;
  /** The button that doesn't, which has the focus first. */
  readonly cancelLabel: string;
  readonly onConfirm: () => void;
}

/** Escape is the dialog's, and not for what is around it. */
const stopEscape = (event: KeyboardEvent): void => {
  if (event.key === 'Escape') event.stopPropagation();
};

const closeDialog = (event: Event): void => (event.currentTarget as Element).closest('dialog')?.close();

/** Asks before what can't be taken back. The host opens it: `dialog.showModal()`. */
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
