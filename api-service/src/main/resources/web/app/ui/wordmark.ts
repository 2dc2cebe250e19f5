import { html, type TemplateResult } from "lit";

/** VS/TRIVIA, drawn: V and S on the two sides of a cut. */
export const wordmark = (): TemplateResult => html`
  <svg class="wordmark" viewBox="0 0 268 64" role="img" aria-label="VS Trivia" focusable="false">
    <path d="M52 2h34a6 6 0 0 1 6 7l-8 47a8 8 0 0 1-8 6H34z" fill="var(--brand)" />
    <path d="M4 13l13 38 13-38" fill="none" stroke="var(--text)" stroke-width="10" />
    <path
      d="M80 18H64a7.250 7.250 0 0 0 0 14.500h5a7.250 7.250 0 0 1 0 14.500H49"
      fill="none"
      stroke="var(--on-brand)"
      stroke-width="9.500"
    />
    <g fill="none" stroke="var(--text)" stroke-width="8" stroke-linejoin="miter">
      <path d="M102 17h28M116 13v38" />
      <path d="M140 51V17h13a8.500 8.500 0 0 1 0 17h-9M151 33l14 18" />
      <path d="M176 13v38" />
      <path d="M186 13l13 36 13-36" />
      <path d="M222 13v38" />
      <path d="M232 51l14-36 14 36M237 42h18" />
    </g>
  </svg>
`;

/** The cut between two sides, as a sign. */
export const versus = (): TemplateResult => html`
  <svg class="versus" viewBox="0 0 92 64" aria-hidden="true" focusable="false">
    <path d="M52 2h34a6 6 0 0 1 6 7l-8 47a8 8 0 0 1-8 6H34z" fill="var(--brand)" />
    <path d="M4 13l13 38 13-38" fill="none" stroke="var(--text)" stroke-width="10" />
    <path
      d="M80 18H64a7.250 7.250 0 0 0 0 14.500h5a7.250 7.250 0 0 1 0 14.500H49"
      fill="none"
      stroke="var(--on-brand)"
      stroke-width="9.500"
    />
  </svg>
`;
