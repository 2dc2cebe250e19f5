import type { Environment, Socket } from "./environment";
import type { ClientMessage, Position, ServerMessage } from "./protocol";

export interface LinkListener {
  received(link: Link, message: ServerMessage): void;
  closed(link: Link, code: number): void;
}

export type Welcome = Extract<ServerMessage, { type: "welcome" }>;

const UNREADABLE = 1006;

/** One socket, from its handshake to its end: says hello, turns frames into messages, ends once. */
export class Link {
  /** Once it is there, other messages than hello may be sent. */
  welcome: Welcome | null = null;
  /** Everything that was missed is there: answers may be sent. */
  resumed = false;
  /** The streams that hello named: these are read over this link. */
  named: ReadonlySet<string> = new Set();
  private readonly socket: Socket;
  private over = false;

  constructor(environment: Environment, url: string, token: string, resume: () => Position[], listener: LinkListener) {
    const bearer = `quarkus-http-upgrade#Authorization#${encodeURIComponent(`Bearer ${token}`)}`;
    this.socket = environment.dial(url, ["trivia.v1", "bearer-token-carrier", bearer]);
    this.socket.onopen = () => {
      if (this.over) return;
      const positions = resume();
      this.named = new Set(positions.map((position) => position.stream));
      this.socket.send(JSON.stringify({ type: "hello", resume: positions } satisfies ClientMessage));
    };
    this.socket.onmessage = ({ data }) => {
      if (this.over) return;
      const message = read(data);
      if (message) return listener.received(this, message);
      this.close();
      listener.closed(this, UNREADABLE);
    };
    this.socket.onclose = ({ code }) => {
      if (this.over) return;
      this.over = true;
      listener.closed(this, code);
    };
  }

  /** Whether the message left. */
  send(message: ClientMessage): boolean {
    if (this.over || !this.welcome) return false;
    this.socket.send(JSON.stringify(message));
    return true;
  }

  /** Ends it from here; the listener hears no more of it. */
  close(): void {
    if (this.over) return;
    this.over = true;
    this.socket.close(1000);
  }
}

function read(frame: string): ServerMessage | null {
  try {
    return JSON.parse(frame) as ServerMessage;
  } catch {
    return null;
  }
}
