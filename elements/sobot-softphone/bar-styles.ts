/**
 * Styles of `layout="bar"`: one row, where the place is wide enough for it. Below that width a bar
 * looks like a card.
 *
 * Comforts of the card, such as the keypad of the dialer, are hidden here, because a bar must not
 * grow over the page.
 */
import { css } from 'lit';

export const barStyles = css`
  /* The width of the place and not of the window: a bar may stand beside a menu of the page. */
  @container sobot-softphone (inline-size > 820px) {
    /* Header, main zone, tools and footer in one row. Only the main zone shrinks. */
    .bar {
      grid-template-columns: auto minmax(0, 1fr) auto auto;
      grid-template-rows: auto;
      align-items: center;
    }
    /* One row needs no lines between its zones. */
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
      flex-wrap: wrap;
      align-items: center;
      justify-content: end;
      gap: 16px;
      padding-block: 8px;
    }
    /* The footer comes after the notices in the document, and ends the first row here. */
    .bar footer {
      grid-area: 1 / 4;
    }
    /* Notices and the open tool are below the row, over its whole width. */
    .bar .notices,
    .bar .tool {
      grid-column: 1 / -1;
    }
    /* With an open panel of the controls the row is high: the rest stays at its top. */
    .bar:has(sobot-call-controls:state(open)) :is(header, .tools, footer),
    .bar:has(sobot-call-controls:state(open)) sobot-call-info {
      align-self: start;
    }
    /* During a consultation direction and skill group leave their place to its buttons. */
    .bar sobot-call-info:state(consulting)::part(line) {
      display: none;
    }
    .bar .tools {
      grid-area: 1 / 3;
      border: 0;
      padding-inline: 0;
    }
    /* Without its label a tool is a square, as large as a touch target. */
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
    /* The icon of a message is as high as the text beside it. */
    .bar .center > .icon,
    .bar .spin .icon {
      inline-size: 24px;
      block-size: 24px;
    }
    /* The information stays at the start of the row, the buttons at its end. */
    .bar sobot-call-info {
      flex: none;
      margin-inline-end: auto;
    }
    .bar sobot-call-info::part(call) {
      gap: 0;
    }
    /* One line for direction and skill group, however long the name of the group is. */
    .bar sobot-call-info::part(line) {
      max-inline-size: 240px;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    /* The card has these as a comfort. Numbers, states and commands are all in the bar. */
    .bar sobot-call-info::part(parties),
    .bar sobot-call-info::part(data),
    .bar sobot-incoming-call::part(data),
    .bar sobot-incoming-call::part(pulse),
    .bar sobot-incoming-call::part(since),
    .bar sobot-dialer::part(keypad),
    .bar sobot-dialer::part(recent) {
      display: none;
    }
    /* The size of a heading would make the row higher. */
    .bar sobot-call-info::part(number) {
      font-size: 16px;
    }
    /* Wide enough for all buttons of a call in one row. From nothing on, as a line that is too full would wrap. */
    .bar sobot-call-controls {
      flex: 1 1 0;
      max-inline-size: 680px;
    }
    /* All buttons of a call stand side by side, so their labels are smaller. */
    .bar sobot-call-controls::part(button) {
      padding-inline: 10px;
      font-size: 13px;
    }
    /* These fill the row: their fields and buttons share its width. */
    .bar sobot-incoming-call,
    .bar sobot-dialer,
    .bar sobot-wrap-up,
    .bar sobot-login {
      flex: 1;
    }
    /* Waiting calls have a line of their own below the current one, whose buttons stay where they are. */
    .bar sobot-incoming-call[waiting-only] {
      flex: 1 0 100%;
    }
    .bar:has(sobot-incoming-call:state(waiting)) :is(header, .tools, footer) {
      align-self: start;
    }
  }
`;
