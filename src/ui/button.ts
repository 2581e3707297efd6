import { html, nothing, type TemplateResult } from 'lit';

export interface ActionButton {
  /** Its text, and its accessible name unless `name` says more. */
  readonly label: string;
  readonly name?: string;
  readonly icon?: TemplateResult;
  /** The CSS part. */
  readonly part: string;
  readonly look: 'tile' | 'tile on' | 'go' | 'stop' | 'stop outlined' | 'plain' | 'accent' | 'quiet';
  /** Only for a toggle that keeps its name. */
  readonly pressed?: boolean;
  /** Why it can't be used now; it stays in the tab order to say so. */
  readonly reason?: string | null;
  /** What it does, where its name doesn't say enough. */
  readonly hint?: string;
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
  look,
  pressed,
  reason,
  hint,
  busy,
  onClick,
}: ActionButton): TemplateResult {
  const off = busy || !!reason;
  const description = reason || hint || nothing;
  return html`<button
    type="button"
    class="button ${look}"
    part="button ${part}"
    aria-label=${name ?? nothing}
    aria-pressed=${pressed === undefined ? nothing : pressed ? 'true' : 'false'}
    aria-disabled=${off ? 'true' : nothing}
    aria-busy=${busy ? 'true' : nothing}
    aria-description=${description}
    title=${description}
    @click=${off ? nothing : onClick}
  >
    ${icon ?? nothing}<span class="label">${label}</span>
  </button>`;
}
