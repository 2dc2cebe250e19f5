/** One more tab of the page: renews its token when it is told to. */
import { Credentials } from "../../../main/resources/web/app/client/credentials";
import { REFRESH, SIGN_IN, status, times } from "./browser";

const tabs = new BroadcastChannel("tabs");
const credentials = new Credentials(localStorage, () => undefined);

async function renew(refused: string): Promise<void> {
  const token = await credentials.token(refused);
  tabs.postMessage({ token, status: await status("GET", "/v1/me", token), refreshes: times(REFRESH), signIns: times(SIGN_IN) });
}

tabs.onmessage = ({ data }) => data.refused && void renew(data.refused);
tabs.postMessage({ ready: true });
