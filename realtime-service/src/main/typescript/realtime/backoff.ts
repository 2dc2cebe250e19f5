/**
 * Full jitter: a random moment between nothing and a ceiling that doubles with each failure in a row. Thousands of
 * clients that lost the same server then come back spread out, not in step; the first attempt is spread as well.
 */
export class Backoff {
  private attempt = 0;

  constructor(
    private readonly random: () => number,
    private readonly base = 400,
    private readonly ceiling = 8000,
  ) {}

  /** Ms to wait before the next attempt. */
  next(): number {
    const top = Math.min(this.ceiling, this.base * 2 ** Math.min(this.attempt++, 16));
    return Math.round(this.random() * top);
  }

  reset(): void {
    this.attempt = 0;
  }

  get failures(): number {
    return this.attempt;
  }
}
