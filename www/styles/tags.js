/**
 * How each kind of tag is underlined: a colour and a line of its own, so that colour is never the only difference.
 * The running text and the legend share it.
 */
import { css } from "lit";

export const tagLines = css`
  .tag {
    text-decoration: underline 2px solid var(--_tag, currentColor);
    text-underline-offset: 0.28em;
    text-decoration-skip-ink: none;
  }
  .person { --_tag: var(--_person); }
  .organization { --_tag: var(--_organization); text-decoration-style: double; text-decoration-thickness: 1px; }
  .place { --_tag: var(--_place); text-decoration-style: dotted; }
  .date { --_tag: var(--_date); text-decoration-style: dashed; text-decoration-thickness: 1px; }
  .work { --_tag: var(--_work); text-decoration-style: wavy; text-decoration-thickness: 1px; }
  .term { --_tag: var(--_term); text-decoration-thickness: 1px; }
`;
