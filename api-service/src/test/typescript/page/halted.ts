/** The page as a player has it who is not let in: with the script of the page itself, from the start to a new player. */
import type { Credentials } from "../../../main/resources/web/app/client/credentials";
import {
  REGISTER,
  SIGN_IN,
  device,
  enter,
  eventually,
  giveUp,
  line,
  part,
  report,
  status,
  stored,
  times,
  tokens,
} from "./browser";

type Seen = Record<string, unknown>;

const shown = () => part("halted")?.dataset["halt"];
const click = async (testId: string) => (await eventually(() => part(testId))).click();
const asksFor = (halt: string) => eventually(() => shown() === halt);

/** Anew, as after a reload. */
function open(): void {
  document.querySelector("vs-app")?.remove();
  document.body.append(document.createElement("vs-app"));
}

/** Signed out by way of its refresh token: one click, and the player is back. */
async function signedOut(): Promise<Seen> {
  const before = device().playerId;
  const signIns = times(SIGN_IN);
  await giveUp("/v1/me", tokens().accessToken);
  open();
  await click("duel-button");
  await asksFor("signed-out");
  open();
  await asksFor("signed-out");
  const words = part("halted")!.textContent;
  const silently = times(SIGN_IN) - signIns;
  await click("sign-in-again");
  await eventually(() => part("duel-button"));
  const me = await status("GET", "/v1/me", tokens().accessToken);
  return { words, silently, me, same: device().playerId === before };
}

/** Its access was taken: it is told, keeps what it was, and is a new player when it says so. */
async function refused(): Promise<Seen> {
  const before = stored("device")!;
  const { deviceId } = device();
  await giveUp(`/v1/me/devices/${deviceId}`, tokens().accessToken);
  open();
  await click("duel-button");
  await asksFor("signed-out");
  await click("sign-in-again");
  await asksFor("device-refused");
  const kept = stored("device") === before;
  await click("sign-in-again");
  await eventually(() => part("fault-of-way"));
  const silently = times(REGISTER) - 1;
  await click("start-anew");
  await eventually(() => part("duel-button"));
  return {
    kept,
    silently,
    registrations: times(REGISTER) - 1,
    another: device().deviceId !== deviceId && device().name === JSON.parse(before).name,
    before: stored("device.before") === before,
  };
}

/** The service says that the player was put out. */
async function putOut(): Promise<Seen> {
  localStorage.removeItem("vstrivia.access");
  line.instead = async (request, go) =>
    request === SIGN_IN ? Response.json({ code: "put-out", title: "Forbidden" }, { status: 403 }) : go();
  const registrations = times(REGISTER);
  open();
  await click("duel-button");
  await asksFor("put-out");
  return {
    words: part("halted")!.textContent,
    mayStartAnew: part("start-anew") !== null,
    registrations: times(REGISTER) - registrations,
  };
}

/** It became another player's on another device: the next tokens are that one's. */
async function merged(credentials: Credentials): Promise<Seen> {
  const { playerId, name } = device();
  localStorage.setItem("vstrivia.device", JSON.stringify({ ...device(), playerId: "a-guest", name: "A guest" }));
  localStorage.removeItem("vstrivia.access");
  await credentials.token();
  return { player: device().playerId === playerId, name: device().name === name };
}

async function run(): Promise<Seen> {
  const credentials = await enter("Halted");
  return { merged: await merged(credentials), signedOut: await signedOut(), refused: await refused(), putOut: await putOut() };
}

void run().then(report);
