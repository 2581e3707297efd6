/** Style sheets of `<sobot-login>`. */
import { css } from 'lit';
import { radioGroupStyles, skeletonStyles } from '../../src/ui/components/index.js';
import { buttonStyles, fieldStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';

export const loginStyles = [
  tokenStyles,
  buttonStyles,
  fieldStyles,
  textStyles,
  radioGroupStyles,
  skeletonStyles,
  css`
    /* One column in a panel, two where there is room. */
    .form {
      grid-template-columns: repeat(auto-fit, minmax(min(100%, max(240px, 40%)), 1fr));
      gap: 14px 24px;
      align-items: start;
    }
    .form > .retry,
    .form > .failure {
      grid-column: 1 / -1;
    }
    .form > .submit,
    .form > .check {
      align-self: end;
    }
    .combo {
      position: relative;
    }
    .combo input {
      padding-inline-end: 40px;
    }
    .combo > .icon {
      position: absolute;
      inset-block-start: 12px;
      inset-inline-end: 12px;
      inline-size: 16px;
      block-size: 16px;
      color: var(--_muted);
      pointer-events: none;
    }
    .popup {
      position: absolute;
      z-index: 2;
      inset-block-start: calc(100% + 4px);
      inset-inline: 0;
      padding: 4px;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
      box-shadow: 0 8px 24px rgb(0 0 0 / 22%);
    }
    .popup[hidden] {
      display: none;
    }
    .popup ul {
      position: relative;
      max-block-size: 200px;
      overflow-y: auto;
      overscroll-behavior: contain;
    }
    .popup li {
      display: flex;
      align-items: center;
      gap: 8px;
      min-block-size: 36px;
      padding: 4px 10px;
      border-radius: calc(var(--_radius) - 3px);
      cursor: pointer;
    }
    .popup li .icon {
      inline-size: 16px;
      block-size: 16px;
      margin-inline-start: auto;
    }
    .popup li.active,
    .popup li:hover {
      background: var(--_sunken);
    }
    .popup li.active {
      outline: 2px solid var(--_accent);
      outline-offset: -2px;
    }
    .popup > .hint {
      padding: 6px 10px;
    }
    .popup > .hint:empty {
      display: none;
    }
    .invalid {
      color: var(--_stop);
      font-size: 12px;
    }
    input[aria-invalid='true'] {
      border-color: var(--_stop);
    }
    .dot {
      flex: none;
      inline-size: 10px;
      block-size: 10px;
      border-radius: 50%;
      background: var(--_go);
    }
    .dot.dnd {
      border-radius: 2px;
      background: var(--_stop);
    }
    .groups {
      display: grid;
      gap: 2px;
      max-block-size: 118px;
      margin-block-start: 4px;
      overflow-y: auto;
    }
    .groups li {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: space-between;
      gap: 0 12px;
      overflow-wrap: anywhere;
    }
    .groups.skeleton {
      block-size: 61px;
    }
    .submit {
      inline-size: 100%;
    }
    .skeleton.legend {
      inline-size: 45%;
      block-size: 18px;
      border-radius: 4px;
    }
    .skeleton.control {
      block-size: 46px;
    }
  `,
];
