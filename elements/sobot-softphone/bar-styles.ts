/**
 * Styles of `layout="bar"`: one row, where the place is wide enough for it. Below that width a bar looks like a card.
 *
 * Comforts of the card, such as the keypad of the dialer, are hidden here, because a bar must not grow over the page.
 */
import { css } from 'lit';

export const barStyles = css`
  @container sobot-softphone (inline-size > 820px) {
    .bar {
      grid-template-columns: auto minmax(0, 1fr) auto auto;
      grid-template-rows: auto;
      align-items: center;
    }
    .bar header,
    .bar footer {
      border: 0;
    }
    .bar footer:not(:has(.sandbox)) {
      padding: 0;
    }
    /* The view starts at the end of the row, so that its buttons keep their place. */
    .bar .main {
      display: flex;
      align-items: center;
      justify-content: end;
      gap: 16px;
      padding-block: 8px;
    }
    .bar footer {
      grid-area: 1 / 4;
    }
    .bar .notices,
    .bar .tool {
      grid-column: 1 / -1;
    }
    /* With an open panel of the controls the row is high: the rest stays at its top. */
    .bar:has(sobot-call-controls:state(open)) :is(header, .tools, footer),
    .bar:has(sobot-call-controls:state(open)) sobot-call-info {
      align-self: start;
    }
    .bar sobot-call-info:state(consulting)::part(line) {
      display: none;
    }
    .bar .tools {
      grid-area: 1 / 3;
      border: 0;
      padding-inline: 0;
    }
    .bar .tools .button {
      min-inline-size: var(--sobot-target, 44px);
    }
    /* Hidden from the eye only: the label is the name of the button. */
    .bar .tools .label {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .bar .agent {
      display: none;
    }
    /* Hidden from the eye only: the warning is announced. */
    .bar .warnings {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    /* A message in one line, with its button at the end. */
    .bar .center {
      display: flex;
      flex: 1;
      align-items: center;
      padding: 4px;
      text-align: start;
    }
    .bar .center > :last-child:not(p) {
      margin-inline-start: auto;
    }
    .bar .center > .icon,
    .bar .spin .icon {
      inline-size: 24px;
      block-size: 24px;
    }
    .bar sobot-call-info {
      flex: none;
      margin-inline-end: auto;
    }
    .bar sobot-call-info::part(call) {
      gap: 0;
    }
    /* One line for the party, whatever its name is. */
    .bar sobot-call-info::part(line) {
      max-inline-size: 240px;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .bar sobot-call-info::part(parties),
    .bar sobot-call-info::part(data),
    .bar sobot-incoming-call::part(data),
    .bar sobot-incoming-call::part(pulse),
    .bar sobot-incoming-call::part(since),
    .bar sobot-dialer::part(keypad),
    .bar sobot-dialer::part(recent) {
      display: none;
    }
    .bar sobot-call-info::part(number) {
      font-size: 16px;
    }
    /* Wide enough for all buttons of a call in one row. */
    .bar sobot-call-controls {
      flex: 0 1 680px;
    }
    .bar sobot-call-controls::part(button) {
      padding-inline: 10px;
      font-size: 13px;
    }
    .bar sobot-incoming-call,
    .bar sobot-dialer,
    .bar sobot-wrap-up,
    .bar sobot-login {
      flex: 1;
    }
  }
`;
