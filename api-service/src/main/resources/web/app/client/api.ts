import type { Ack, AnswerMessage } from "../realtime";
import type { Device, DeviceStore } from "./device";
import type { Category, MatchReport, Settings, Ticket } from "./resources";
import { Problem } from "./problem";

const RENEW_BEFORE = 60_000;

/** A request that was refused like this will be refused again. */
const FINAL = new Set([400, 403, 404, 409, 410, 422]);

/** The REST side. Registers the device, keeps a token fresh, and turns every failure into a Problem. */
export class Api {
  private token: { value: string; until: number } | null = null;
  private renewing: Promise<string> | null = null;

  constructor(
    private readonly devices: DeviceStore,
    private readonly base = "",
  ) {}

  get device(): Device | null {
    return this.devices.load();
  }

  /** Registers on first use, renames afterwards; either way the player goes by this name. */
  async enter(name: string): Promise<Device> {
    const device = this.device;
    if (!device) return this.register(name);
    if (device.name === name) return device;
    await this.call("PATCH", "/v1/me", { name });
    this.token = null;
    const renamed = { ...this.device!, name };
    this.devices.save(renamed);
    return renamed;
  }

  async accessToken(fresh = false): Promise<string> {
    if (!fresh && this.token && this.token.until > Date.now()) return this.token.value;
    this.renewing ??= this.renew().finally(() => (this.renewing = null));
    return this.renewing;
  }

  config = () => this.open<{ socketUrl: string }>("GET", "/v1/config");
  categories = async () => {
    const all: Category[] = [];
    let next: string | null = "";
    while (next !== null) {
      const path: string = "/v1/categories" + (next && `?cursor=${encodeURIComponent(next)}`);
      const page = await this.open<{ items: Category[]; next: string | null }>("GET", path);
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
  async answer({ id, match, round, choices, elapsed }: AnswerMessage): Promise<Ack> {
    try {
      return await this.call<Ack>("POST", `/v1/matches/${match}/answers`, { id, round, choices, elapsed });
    } catch (error) {
      if (!(error instanceof Problem) || !FINAL.has(error.status)) throw error;
      return { id, status: "refused", match, round, answer: null, code: error.code };
    }
  }

  private async register(name: string): Promise<Device> {
    const device = await this.open<Device>("POST", "/v1/devices", { name });
    this.token = null;
    this.devices.save(device);
    return device;
  }

  private async renew(): Promise<string> {
    const device = this.device;
    if (!device) throw new Problem(401, "no-device", "Not signed in", "Pick a name first.");
    const { deviceId, secret, name } = device;
    try {
      return this.keep(await this.open("POST", "/v1/tokens", { deviceId, secret }));
    } catch (error) {
      // The server does not know this device any more (a new database): it is a new player with the old name.
      if (!(error instanceof Problem) || ![400, 401, 404].includes(error.status)) throw error;
      const again = await this.register(name);
      return this.keep(await this.open("POST", "/v1/tokens", { deviceId: again.deviceId, secret: again.secret }));
    }
  }

  private keep(grant: { accessToken: string; expiresIn: number }): string {
    this.token = { value: grant.accessToken, until: Date.now() + grant.expiresIn * 1000 - RENEW_BEFORE };
    return grant.accessToken;
  }

  private async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const first = await this.send(method, path, body, await this.accessToken());
    const response = first.status === 401 ? await this.send(method, path, body, await this.accessToken(true)) : first;
    return read<T>(response);
  }

  private async open<T>(method: string, path: string, body?: unknown): Promise<T> {
    return read<T>(await this.send(method, path, body));
  }

  private async send(method: string, path: string, body?: unknown, token?: string): Promise<Response> {
    const headers: Record<string, string> = { Accept: "application/json, application/problem+json" };
    if (token) headers["Authorization"] = `Bearer ${token}`;
    if (body !== undefined) headers["Content-Type"] = "application/json";
    try {
      return await fetch(this.base + path, {
        method,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: AbortSignal.timeout(10_000),
      });
    } catch {
      throw Problem.offline();
    }
  }
}

async function read<T>(response: Response): Promise<T> {
  if (!response.ok) throw await Problem.from(response);
  return (response.status === 204 ? undefined : await response.json()) as T;
}
