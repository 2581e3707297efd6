/**
 * Style sheets of `<sobot-routes>`. The heights are fixed, so that a change of the rule moves
 * nothing below it.
 */
import { css } from 'lit';
import { radioGroupStyles, skeletonStyles } from '../../src/ui/components/index.js';
import { buttonStyles, fieldStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';

export const routesStyles = [
  tokenStyles,
  buttonStyles,
  fieldStyles,
  textStyles,
  radioGroupStyles,
  skeletonStyles,
  css`
    /* The height of a labelled field, also where a hint or nothing stands. */
    .detail,
    .any {
      display: grid;
      align-items: center;
      min-block-size: 66px;
    }
    .any {
      padding: 8px 12px;
      border-radius: var(--_radius);
      background: var(--_sunken);
    }
    /* A long name of a scheme is cut in the closed field, and complete in its list. */
    select {
      text-overflow: ellipsis;
    }
    /* One line is reserved for the status. */
    .status {
      min-block-size: 18px;
    }
    /* The height of three rules, the usual number. */
    .skeleton.rules {
      block-size: 129px;
    }
    .skeleton.legend {
      inline-size: 40%;
      block-size: 14px;
      border-radius: 4px;
    }
  `,
];
