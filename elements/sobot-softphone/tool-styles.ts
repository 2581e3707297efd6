import { css } from 'lit';

/** The row of tools, as the tabs of a small screen; what is open lies above it. */
export const toolStyles = css`
  .tools {
    display: flex;
    border-block-start: 1px solid var(--_line);
    padding: 4px;
  }
  .tools .button {
    position: relative;
    display: grid;
    flex: 1 1 0;
    gap: 2px;
    justify-items: center;
    min-inline-size: 0;
    padding: 6px 0;
    color: var(--_muted);
    font-size: 10.5px;
    font-weight: 500;
  }
  .badge {
    position: absolute;
    inset-block-start: 2px;
    inset-inline-start: calc(50% + 4px);
    min-inline-size: 16px;
    border-radius: 8px;
    background: var(--_stop);
    color: var(--_on-stop);
    font-size: 10px;
    line-height: 16px;
    text-align: center;
  }
  .tools .label {
    overflow: hidden;
    max-inline-size: 100%;
    text-overflow: ellipsis;
  }
  .tools [aria-expanded='true'] {
    color: var(--_accent);
  }
  .tool {
    overflow: auto;
    max-block-size: min(420px, 60vh);
    padding: 12px;
    border-block-start: 1px solid var(--_line);
  }
`;
