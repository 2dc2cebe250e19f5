/** An error answer of the API (RFC 9457), or the lack of any answer, with words that a player understands. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly retryAfter: number | null = null,
  ) {
    super(detail || title);
  }

  static offline(): Problem {
    return new Problem(0, "unreachable", "The game cannot be reached", "Check your connection and try again.");
  }

  static async from(response: Response): Promise<Problem> {
    const body = await response.json().catch(() => ({}));
    const code = typeof body.code === "string" ? body.code : `http-${response.status}`;
    const seconds = Number(response.headers.get("Retry-After"));
    return new Problem(
      response.status,
      code,
      typeof body.title === "string" ? body.title : "Something went wrong",
      typeof body.detail === "string" ? body.detail : violations(body),
      Number.isFinite(seconds) && seconds > 0 ? seconds : null,
    );
  }

  /** One sentence for the screen: ours where we know the code better, else the server's. */
  get words(): string {
    return WORDS[this.code] ?? STATUS[this.status] ?? (this.detail || this.title);
  }
}

/** Whatever was thrown, as one sentence for the screen. */
export function words(error: unknown): string {
  return error instanceof Problem ? error.words : "Something unexpected happened. Please try again.";
}

const WORDS: Record<string, string> = {
  "bot-too-early": "A bot may join after five seconds. One moment…",
  "claim-refused": "This link is not good any more. Ask whoever runs the game for a new one.",
  "device-refused": "This device is not known any more.",
  "no-such-room": "No room has this PIN. Check the digits with your host.",
  "nobody-there": "Nobody has joined yet.",
  "not-enough-questions": "There are not enough questions for this. Choose more categories or fewer questions.",
  "put-out": "This player was put out of the game.",
  "signed-out": "You were signed out.",
  "wrong-phase": "The game has moved on; that is not possible now.",
};

const STATUS: Record<number, string> = {
  429: "That was a bit fast. Wait a moment, then try again.",
  500: "Something broke on the game's side. Try again in a moment.",
  502: "The game is starting up. Try again in a moment.",
  503: "The game is busy or starting up. Try again in a moment.",
  504: "The game took too long to answer. Try again.",
};

function violations(body: { violations?: { message?: string }[] }): string {
  return (body.violations ?? []).map((violation) => violation.message).filter(Boolean).join(" ");
}
