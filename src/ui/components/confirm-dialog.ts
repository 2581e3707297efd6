/**
 * The dialog before a command that can't be undone, such as the deletion of the call history. A
 * native modal dialog keeps the focus inside and makes the rest of the page inert.
 */
import { css, html, type TemplateResult } from 'lit';
import { actionButton } from './button.js';

/** The texts of a dialog, and its command. */
export interface ConfirmDialog {
  /** The heading, which is the accessible name of the dialog. */
  readonly title: string;
  /** The consequences of the command. They are the description of the dialog. */
  readonly text: string;
  /** The label of the button that runs the command. */
  readonly confirmLabel: string;
  /** The label of the button that doesn't. It has the focus first, so that Enter does no harm. */
  readonly cancelLabel: string;
  /** Runs the command. It is called after the dialog has closed and returned the focus. */
  readonly onConfirm: () => void;
}

/** Keeps Escape in the dialog: elements around it close panels by the same key. */
const stopEscape = (event: KeyboardEvent): void => {
  if (event.key === 'Escape') event.stopPropagation();
};

/** Closes the dialog that a button is in. */
const closeDialog = (event: Event): void => (event.currentTarget as Element).closest('dialog')?.close();

/**
 * Renders the dialog, closed. The host opens it by `dialog.showModal()`. CSS parts: `dialog`,
 * `confirm`, `cancel`. The IDs `title` and `text` are unique only if a host has one dialog.
 */
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
  /* Never wider than the window with a margin, which leaves 16px at each side at 280px. */
  dialog {
    max-inline-size: min(340px, calc(100vw - 32px));
    padding: 20px;
    border: 1px solid var(--_line);
    border-radius: 14px;
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 12px 40px rgb(0 0 0 / 30%);
  }
  /* Custom properties are not inherited by a backdrop in older browsers, so its colour is fixed. */
  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  /* Smaller than a heading of the page. */
  dialog h2 {
    font-size: 16px;
  }
  dialog p {
    margin-block: 8px 16px;
    color: var(--_muted);
  }
`;
