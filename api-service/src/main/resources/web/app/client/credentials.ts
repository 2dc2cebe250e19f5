import { AccessStore, tokens, type Grant, type Halt, type Tokens } from "./access";
import { alone } from "./alone";
import { DeviceStore, type Device } from "./device";
import { open, read, send } from "./http";
import { Problem } from "./problem";

/** Three requests of ten seconds: all of them begin within the 30 s in which a lost answer may be asked for again. */
const MOST_LOST = 2;

/** What the server says of a secret that it will say again. */
const REFUSED: Record<string, Halt> = {
  invalid: "device-refused",
  malformed: "device-refused",
  unauthenticated: "device-refused",
  "put-out": "put-out",
};

/**
 * Who this browser is, and what lets it in. Whatever changes that is done by one tab at a time, and each looks first
 * at what another one did.
 *
 * The server does not say why it refuses a refresh token. One that has not run out was ended by somebody: the player
 * was signed out, or put out, or is about to be erased, or a thief was found. To sign in calls an erasure off, so that is
 * for the player to say; only where tokens ran out by themselves, or there were none yet, the page signs in unasked. Nor
 * does it ever register in the place of a device that is refused.
 */
export class Credentials {
  private readonly devices: DeviceStore;
  private readonly access: AccessStore;
  private renewing: Promise<string> | null = null;

  /** @param halted is told each time that a token was wanted and the player has to be asked first */
  constructor(
    storage: Storage,
    private readonly halted: () => void,
  ) {
    this.devices = new DeviceStore(storage);
    this.access = new AccessStore(storage);
  }

  get device(): Device | null {
    return this.devices.load();
  }

  get halt(): Halt | null {
    const access = this.device && this.access.load(this.device);
    return access && "halt" in access ? access.halt : null;
  }

  /** An access token that is not expired, nor the one that was refused. */
  async token(refused: string | null = null): Promise<string> {
    const access = this.device && this.access.load(this.device);
    if (access && "accessToken" in access && good(access, refused)) return access.accessToken;
    this.renewing ??= alone(() => this.renew(refused)).finally(() => (this.renewing = null));
    return this.renewing;
  }

  async register(name: string): Promise<Device> {
    const device = await open<Device>("POST", "/v1/devices", { name });
    this.devices.replace(device);
    return device;
  }

  /** The player goes by another name, which access tokens carry. */
  async rename(name: string): Promise<Device> {
    return alone(async () => {
      const device = { ...this.needed(), name };
      this.devices.save(device);
      const access = this.access.load(device);
      if (access && "accessToken" in access) this.access.save({ ...access, until: 0 });
      return device;
    });
  }

  /** The player wants to be let in as before. */
  async signInAgain(): Promise<void> {
    await alone(async () => {
      if (this.halt) await this.signIn(this.needed());
    });
  }

  /** The player wants to be a new one. */
  async startAnew(): Promise<void> {
    await alone(async () => {
      if (this.halt) await this.register(this.needed().name);
    });
  }

  private async renew(refused: string | null): Promise<string> {
    const device = this.needed();
    const access = this.access.load(device);
    if (!access) return this.signIn(device);
    if ("halt" in access) throw this.stopped(access.halt);
    if (good(access, refused)) return access.accessToken;
    return access.refreshUntil > Date.now() ? this.refresh(access) : this.signIn(device);
  }

  private async refresh({ deviceId, refreshToken }: Tokens): Promise<string> {
    try {
      return await this.keep(await trade(refreshToken));
    } catch (error) {
      throw error instanceof Problem && error.code === "refresh-refused" ? this.stop(deviceId, "signed-out") : error;
    }
  }

  private async signIn({ deviceId, secret }: Device): Promise<string> {
    try {
      return await this.keep(await open<Grant>("POST", "/v1/tokens", { deviceId, secret }));
    } catch (error) {
      const halt = error instanceof Problem && REFUSED[error.code];
      throw halt ? this.stop(deviceId, halt) : error;
    }
  }

  /** The player may have become part of another one, on another device: then this is the other one's. */
  private async keep(grant: Grant): Promise<string> {
    const device = this.needed();
    this.access.save(tokens(device.deviceId, grant));
    if (grant.playerId !== device.playerId) {
      const { name } = await read<{ name: string }>(await send("GET", "/v1/me", undefined, grant.accessToken));
      this.devices.save({ ...device, playerId: grant.playerId, name });
    }
    return grant.accessToken;
  }

  private stop(deviceId: string, halt: Halt): Problem {
    this.access.save({ deviceId, halt });
    return this.stopped(halt);
  }

  private stopped(halt: Halt): Problem {
    this.halted();
    return new Problem(401, halt, "Not signed in", "You are not signed in any more.");
  }

  private needed(): Device {
    const device = this.device;
    if (!device) throw new Problem(401, "no-device", "Not signed in", "Pick a name first.");
    return device;
  }
}

const good = (access: Tokens, refused: string | null): boolean =>
  access.accessToken !== refused && access.until > Date.now();

/** Where the answer is lost the token may be spent. It has to be asked for at once: later it would look stolen. */
async function trade(refreshToken: string, lost = 0): Promise<Grant> {
  try {
    return await open<Grant>("POST", "/v1/tokens/refresh", { refreshToken });
  } catch (error) {
    const unanswered = error instanceof Problem && (error.status === 0 || error.status >= 500);
    if (!unanswered || lost === MOST_LOST) throw error;
    return trade(refreshToken, lost + 1);
  }
}
