import type { Ack, AnswerMessage } from "../realtime";
import type { Halt } from "./access";
import type { Device } from "./device";
import type { Category, MatchReport, Settings, Ticket } from "./resources";
import { Credentials } from "./credentials";
import { open, read, send } from "./http";
import { Problem } from "./problem";

/** A request that was refused like this will be refused again. */
const FINAL = new Set([400, 403, 404, 409, 410, 422]);

/** The REST side, as the player of this browser; every failure is a Problem. */
export class Api {
  private readonly credentials: Credentials;
  private socketHas: string | null = null;

  constructor(storage: Storage, halted: () => void) {
    this.credentials = new Credentials(storage, halted);
  }

  get device(): Device | null {
    return this.credentials.device;
  }

  /** Why this device is not let in until its player has said what to do. */
  get halt(): Halt | null {
    return this.credentials.halt;
  }

  /** Registers on first use, renames afterwards; either way the player goes by this name. */
  async enter(name: string): Promise<Device> {
    const device = this.device;
    if (!device) return this.credentials.register(name);
    if (device.name === name) return device;
    await this.call("PATCH", "/v1/me", { name });
    return this.credentials.rename(name);
  }

  signInAgain = () => this.credentials.signInAgain();
  startAnew = () => this.credentials.startAnew();

  /** `fresh`: another one than the socket got last, which may be one that a request or another tab has already got. */
  socketToken = async (fresh: boolean) =>
    (this.socketHas = await this.credentials.token(fresh ? this.socketHas : null));

  config = () => open<{ socketUrl: string }>("GET", "/v1/config");
  categories = async () => {
    const all: Category[] = [];
    let next: string | null = "";
    while (next !== null) {
      const path: string = "/v1/categories" + (next && `?cursor=${encodeURIComponent(next)}`);
      const page = await open<{ items: Category[]; next: string | null }>("GET", path);
      all.push(...page.items);
      next = page.next;
    }
    return all;
  };
  openTicket = (settings: Settings) => this.call<Ticket>("POST", "/v1/matchmaking/tickets", { settings });
  ticket = (id: string) => this.call<Ticket>("GET", `/v1/matchmaking/tickets/${id}`);
  cancelTicket = (id: string) => this.call<void>("DELETE", `/v1/matchmaking/tickets/${id}`);
  askForBot = (id: string) => this.call<Ticket>("POST", `/v1/matchmaking/tickets/${id}/bot`);
  openRoom = (settings: Settings, play: boolean) =>
    this.call<{ matchId: string; pin: string; hostId: string }>("POST", "/v1/rooms", { settings, play });
  joinRoom = (pin: string) => this.call<{ matchId: string }>("POST", "/v1/rooms/join", { pin });
  direct = (match: string, order: "start" | "pause" | "resume" | "skip" | "end") =>
    this.call<void>("POST", `/v1/rooms/${match}/${order}`);
  kick = (match: string, player: string) => this.call<void>("DELETE", `/v1/rooms/${match}/players/${player}`);
  leave = (match: string) => this.call<void>("DELETE", `/v1/matches/${match}/players/me`);
  /** With the code of the operator's link; the token that is in use is void afterwards. */
  claimAdmin = (code: string) => this.call<void>("POST", "/v1/admin/claims", { code });
  report = (match: string) => this.call<MatchReport>("GET", `/v1/matches/${match}`);

  /** Rejects only where the same answer may yet be taken; what will be said again of it is an answer, too. */
  async answer({ type: _, match, ...answer }: AnswerMessage): Promise<Ack> {
    try {
      return await this.call<Ack>("POST", `/v1/matches/${match}/answers`, answer);
    } catch (error) {
      if (!(error instanceof Problem) || !FINAL.has(error.status)) throw error;
      return { id: answer.id, status: "refused", match, round: answer.round, answer: null, code: error.code };
    }
  }

  private async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const token = await this.credentials.token();
    const first = await send(method, path, body, token);
    if (first.status !== 401) return read<T>(first);
    return read<T>(await send(method, path, body, await this.credentials.token(token)));
  }
}
