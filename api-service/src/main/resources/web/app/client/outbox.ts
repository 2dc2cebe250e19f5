import type { Ack, AnswerMessage } from "./protocol";
import { Problem } from "./problem";

const AGAIN_AFTER = 1500;

/**
 * Answers on their way. Each is sent with the same id until somebody acknowledges it: over the socket, and from the
 * second try, or without a socket, over HTTP as well. The server counts an id once.
 */
export class Outbox {
  private readonly waiting = new Map<string, { message: AnswerMessage; tries: number; timer: number }>();

  constructor(
    private readonly socket: (message: AnswerMessage) => boolean,
    private readonly http: (message: AnswerMessage) => Promise<Ack>,
    private readonly settled: (ack: Ack) => void,
  ) {}

  add(message: AnswerMessage): void {
    this.waiting.set(message.id, { message, tries: 0, timer: 0 });
    this.attempt(message.id);
  }

  /** The connection is back: whatever has no ack goes out at once. */
  flush(): void {
    for (const id of [...this.waiting.keys()]) this.attempt(id);
  }

  acknowledge(ack: Ack): void {
    const entry = this.waiting.get(ack.id);
    if (!entry) return;
    clearTimeout(entry.timer);
    this.waiting.delete(ack.id);
    this.settled(ack);
  }

  /** The socket refused this message for good. */
  refuse(id: string, code: string): boolean {
    const entry = this.waiting.get(id);
    if (!entry) return false;
    const { match, round } = entry.message;
    this.acknowledge({ id, status: "refused", match, round, answer: null, code });
    return true;
  }

  private attempt(id: string): void {
    const entry = this.waiting.get(id);
    if (!entry) return;
    clearTimeout(entry.timer);
    const sent = this.socket(entry.message);
    if (!sent || entry.tries > 0) void this.overHttp(entry.message);
    entry.tries++;
    entry.timer = setTimeout(() => this.attempt(id), AGAIN_AFTER * (0.75 + Math.random() / 2)) as unknown as number;
  }

  private async overHttp(message: AnswerMessage): Promise<void> {
    try {
      this.acknowledge({ ...(await this.http(message)), id: message.id });
    } catch (error) {
      const final = error instanceof Problem && [400, 403, 404, 409, 410, 422].includes(error.status);
      if (final) this.refuse(message.id, error.code);
    }
  }
}
