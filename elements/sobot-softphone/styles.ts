import { css } from 'lit';

export const softphoneStyles = css`
  :host {
    container: sobot-softphone / inline-size;
    max-inline-size: var(--sobot-softphone-width, 360px);
  }
  :host([layout='bar']) {
    max-inline-size: none;
  }
  :host([layout='floating']) {
    position: fixed;
    inset-block-end: 16px;
    inset-inline-end: 16px;
    z-index: var(--sobot-softphone-z-index, 1000);
    inline-size: min(360px, calc(100vw - 32px));
  }
  .card {
    display: grid;
    grid-template-rows: auto 1fr;
    border: 1px solid var(--_line);
    border-radius: 14px;
    background: var(--_surface);
    box-shadow: 0 6px 20px rgb(15 23 42 / 8%);
  }
  header,
  footer {
    display: flex;
    align-items: center;
    gap: 8px;
    min-inline-size: 0;
  }
  header {
    min-block-size: 56px;
    padding: 5px 10px 5px 4px;
    padding-inline: 4px 12px;
    border-block-end: 1px solid var(--_line);
  }
  header h2 {
    padding-inline-start: 8px;
    font-size: 14px;
  }
  .space {
    flex: 1;
  }
  .tag.sandbox {
    padding: 1px 8px;
    font-size: 11px;
    white-space: nowrap;
  }
  .main {
    display: grid;
    align-content: start;
    gap: var(--_gap);
    min-inline-size: 0;
    padding: 12px;
  }
  footer {
    flex-wrap: wrap;
    justify-content: space-between;
    min-block-size: 34px;
    padding: 6px 12px;
    border-block-start: 1px solid var(--_line);
    color: var(--_muted);
    font-size: 12px;
  }
  .center {
    display: grid;
    justify-items: center;
    gap: 12px;
    padding: 32px 8px;
    text-align: center;
  }
  .center p {
    color: var(--_muted);
    overflow-wrap: anywhere;
  }
  .center > .icon {
    inline-size: 32px;
    block-size: 32px;
    color: var(--_muted);
  }
  .center h3 {
    font-size: 16px;
  }
  .bad > .icon {
    color: var(--_stop);
  }
  @media (prefers-reduced-motion: no-preference) {
    .spin {
      animation: spin 1.2s linear infinite;
    }
  }
  @keyframes spin {
    to {
      rotate: 1turn;
    }
  }
  .main {
    position: relative;
  }
  .main:focus {
    outline: none;
  }
  .notices {
    display: grid;
    gap: 8px;
    padding: 12px;
  }
  .notices:not(:has(.notice)) {
    position: absolute;
  }
  /* Empty, it is only a live region: no gap for it. */
  .warnings:not(:state(warning)) {
    position: absolute;
  }
`;
