import { html, nothing, type TemplateResult } from 'lit';

export interface ActionButton {
  /** Its text, and its accessible name unless `name` says more. */
  readonly label: string;
  readonly name?: string;
  readonly icon?: TemplateResult;
  /** The CSS part. */
  readonly part: string;
  readonly variant: 'tile' | 'tile on' | 'go' | 'stop' | 'stop outlined' | 'plain' | 'accent' | 'quiet';
  /** Only for a toggle that keeps its name. */
  readonly pressed?: boolean;
  /** Why it can't be used now; it stays in the tab order to say so. */
  readonly reason?: string | null;
  /** What it does, where its name doesn't say enough. */
  readonly hint?: string;
  /** What does the same from the keyboard: see `keys` of the phone. */
  readonly keys?: string | undefined;
  /** Its command is under way. */
  readonly busy?: boolean;
  readonly onClick: (event: MouseEvent) => void;
}

/** The kit's button. `aria-disabled` rather than `disabled`: it keeps the focus, and can say why. */
export function actionButton({
  label,
  name,
  icon,
  part,
  variant,
  pressed,
  reason,
  hint,
  keys,
  busy,
  onClick,
}: ActionButton): TemplateResult {
  const isDisabled = busy || !!reason;
  return html`<button
    type="button"
    class="button ${variant}"
    part="button ${part}"
    aria-label=${name ?? nothing}
    aria-pressed=${pressed === undefined ? nothing : pressed ? 'true' : 'false'}
    aria-disabled=${isDisabled ? 'true' : nothing}
    aria-busy=${busy ? 'true' : nothing}
    aria-description=${reason || hint || nothing}
    aria-keyshortcuts=${keys ?? nothing}
    title=${reason || hint || keys || nothing}
    @click=${isDisabled ? nothing : onClick}
  >
    ${icon ?? nothing}<span class="label">${label}</span>
  </button>`;
}
