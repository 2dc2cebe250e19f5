import { svg, html, type TemplateResult } from "lit";

export const LETTERS = ["A", "B", "C", "D", "E", "F"];
export const SHAPES = ["triangle", "diamond", "circle", "square", "hexagon", "star"];

const DRAWN = [
  svg`<path d="M20 3l18 33H2z" />`,
  svg`<path d="M20 1l19 19-19 19L1 20z" />`,
  svg`<circle cx="20" cy="20" r="18" />`,
  svg`<rect x="3" y="3" width="34" height="34" rx="3" />`,
  svg`<path d="M20 2l16 9v18l-16 9-16-9V11z" />`,
  svg`<path d="M20 1l5.600 12.300 13.400 1.500-10 9.100 2.800 13.200L20 30.400 8.200 37.100 11 23.900 1 14.800l13.400-1.500z" />`,
];
const LETTER_Y = [31, 26.500, 26.500, 26.500, 26.500, 27];

/** A choice's own sign: letter, shape and (through the class) colour, so that no one of the three is needed alone. */
export const sign = (index: number): TemplateResult => html`
  <svg class="sign" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
    <g fill="var(--on-choice)">${DRAWN[index]}</g>
    <text
      x="20"
      y=${LETTER_Y[index]}
      text-anchor="middle"
      font-family="var(--display)"
      font-weight="700"
      font-size=${index === 0 || index === 5 ? 16 : 18}
      fill="var(--mine)"
    >
      ${LETTERS[index]}
    </text>
  </svg>
`;

/** How a choice is called aloud. */
export const spoken = (index: number, text: string): string => `${LETTERS[index]}, ${SHAPES[index]}: ${text}`;
