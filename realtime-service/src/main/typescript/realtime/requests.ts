import type { Environment } from "./environment";

/** What the server, or its silence, said to a request. */
export class Refused extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

const PATIENCE = 5000;

/** Messages that are sent once, and wait for one reply or for an error with their id. */
export class Requests {
  private readonly waiting = new Map<string, { done: (code: string | null) => void; match: (reply: unknown) => boolean }>();
  private last = 0;

  constructor(private readonly environment: Environment) {}

  /** `send` gets the id of the request; whether it left, it says. */
  make<T>(send: (id: string) => boolean, match: (reply: T) => boolean): Promise<void> {
    const id = `r${++this.last}`;
    return new Promise((resolve, reject) => {
      const cancel = this.environment.after(PATIENCE, () => this.settle(id, "unavailable"));
      const done = (code: string | null) => {
        cancel();
        if (code === null) resolve();
        else reject(new Refused(code));
      };
      this.waiting.set(id, { done, match: match as (reply: unknown) => boolean });
      if (!send(id)) this.settle(id, "unavailable");
    });
  }

  /** The first request that this answers is done. */
  replied(reply: unknown): void {
    for (const [id, { match }] of this.waiting) if (match(reply)) return this.settle(id, null);
  }

  failed(id: string, code: string): void {
    this.settle(id, code);
  }

  clear(): void {
    for (const id of [...this.waiting.keys()]) this.settle(id, "unavailable");
  }

  private settle(id: string, code: string | null): void {
    const request = this.waiting.get(id);
    this.waiting.delete(id);
    request?.done(code);
  }
}
