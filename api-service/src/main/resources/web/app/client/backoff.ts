/**
 * Full jitter: a random moment between nothing and a ceiling that doubles. Thousands of pages that lost the same
 * server then come back spread out, not in step.
 */
export class Backoff {
  private attempt = 0;

  constructor(
    private readonly base = 400,
    private readonly ceiling = 8000,
    private readonly random: () => number = Math.random,
  ) {}

  next(): number {
    const top = Math.min(this.ceiling, this.base * 2 ** this.attempt++);
    return Math.round(this.random() * top);
  }

  reset(): void {
    this.attempt = 0;
  }

  get failures(): number {
    return this.attempt;
  }
}
