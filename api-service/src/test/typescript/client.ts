/** Uses the client that is generated from the description of the API, and reports what it saw. */
import { Configuration, PlayersApi, ResponseError } from "../../../target/clients/typescript";

async function run(): Promise<unknown> {
  const basePath = location.origin;
  const registration = { registration: { name: "TypeScript" }, idempotencyKey: crypto.randomUUID() };
  const anonymous = new PlayersApi(new Configuration({ basePath }));
  const device = await anonymous.registerDevice(registration);
  const again = await anonymous.registerDevice(registration);
  const tokens = await anonymous.issueTokens({ credentials: { deviceId: device.deviceId, secret: device.secret } });
  const players = new PlayersApi(new Configuration({ basePath, accessToken: tokens.accessToken }));
  const me = await players.me();
  const refusal = await players.changeMe({ change: { name: "?" } }).catch((error: unknown) => error);
  return {
    registered: device.playerId,
    again: again.playerId,
    me: me.playerId,
    name: me.name,
    since: me.createdAt instanceof Date,
    refused: refusal instanceof ResponseError ? (await refusal.response.json()).code : String(refusal),
  };
}

void run().then((seen) => fetch("/report", { method: "POST", body: JSON.stringify(seen) }));
