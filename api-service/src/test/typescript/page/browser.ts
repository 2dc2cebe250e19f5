/** What tests of the page see of a browser, and arrange in it. */
import { AccessStore, type Tokens } from "../../../main/resources/web/app/client/access";
import { Credentials } from "../../../main/resources/web/app/client/credentials";
import type { Device } from "../../../main/resources/web/app/client/device";

/** What was asked for by this tab, in order. */
export const asked: string[] = [];

/** Answers in the place of the service where it gives something. */
export const line: { instead: (request: string, go: () => Promise<Response>) => Promise<Response> } = {
  instead: (request, go) => go(),
};

const real = globalThis.fetch.bind(globalThis);
globalThis.fetch = (input, init) => {
  const request = `${init?.method ?? "GET"} ${input}`;
  if (request !== REPORT) asked.push(request);
  return line.instead(request, () => real(input, init));
};

const REPORT = "POST /report";

export const REFRESH = "POST /v1/tokens/refresh";
export const SIGN_IN = "POST /v1/tokens";
export const REGISTER = "POST /v1/devices";

export const times = (request: string): number => asked.filter((one) => one === request).length;

export function report(seen: unknown): void {
  void fetch("/report", { method: "POST", body: JSON.stringify(seen) });
}

/** This browser as the player has it in the storage. */
export const stored = (key: string): string | null => localStorage.getItem(`vstrivia.${key}`);
export const device = (): Device => JSON.parse(stored("device")!);
export const tokens = (): Tokens => JSON.parse(stored("access")!);
export const keep = (access: Tokens): void => localStorage.setItem(AccessStore.KEY, JSON.stringify(access));

/** A player who is registered and has tokens. */
export async function enter(name: string): Promise<Credentials> {
  const credentials = new Credentials(localStorage, () => undefined);
  await credentials.register(name);
  await credentials.token();
  return credentials;
}

/** The status of a request with a token. */
export async function status(method: string, path: string, token: string): Promise<number> {
  return (await fetch(path, { method, headers: { Authorization: `Bearer ${token}` } })).status;
}

/** Asks with a token for something that voids it, which is known everywhere within a second. */
export async function giveUp(path: string, token: string): Promise<void> {
  const given = await status("DELETE", path, token);
  let seen = 0;
  for (const end = Date.now() + 10_000; Date.now() < end && seen !== 401; ) {
    await new Promise((tick) => setTimeout(tick, 50));
    seen = await status("GET", "/v1/me", token);
  }
  if (seen !== 401) throw new Error(`${path} was answered with ${given}, and the token is good: ${seen}`);
}

/** The code of the problem that comes of it, or that none does. */
export async function problem(task: Promise<unknown>): Promise<string> {
  return task.then(
    () => "none",
    (error) => error.code ?? String(error),
  );
}

/** Waits until there is something. */
export async function eventually<T>(what: () => T | null | undefined, patience = 10_000): Promise<T> {
  for (const end = Date.now() + patience; Date.now() < end; ) {
    const found = what();
    if (found) return found;
    await new Promise((tick) => setTimeout(tick, 20));
  }
  throw new Error(`not there in time: ${what}`);
}

/** A part of the screen, in whatever component it is. */
export function part(testId: string, root: ParentNode = document): HTMLElement | null {
  const found = root.querySelector<HTMLElement>(`[data-testid="${testId}"]`);
  if (found) return found;
  for (const element of root.querySelectorAll("*")) {
    const within = element.shadowRoot && part(testId, element.shadowRoot);
    if (within) return within;
  }
  return null;
}
