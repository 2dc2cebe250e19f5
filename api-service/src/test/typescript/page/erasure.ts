/** The player asks to be erased in another tab, or on another device. */
import { REGISTER, SIGN_IN, device, enter, problem, report, status, stored, times, tokens } from "./browser";

async function run(): Promise<unknown> {
  const credentials = await enter("Leaving");
  const access = tokens().accessToken;
  const asked = await status("DELETE", "/v1/me", access);
  const first = await problem(credentials.token(access));
  const again = await problem(credentials.token());
  return {
    player: device().playerId,
    asked,
    first,
    again,
    halt: credentials.halt,
    kept: stored("access")!.includes(access),
    signIns: times(SIGN_IN),
    registrations: times(REGISTER),
  };
}

void run().then(report);
