import type { Device } from "./device";

/** What lets this browser in. All its tabs share it: a refresh token is good once. Moments are ms by the device's clock. */
export interface Tokens {
  deviceId: string;
  accessToken: string;
  /** From then on the access token is to be renewed. */
  until: number;
  refreshToken: string;
  refreshUntil: number;
}

/** Why nothing lets it in until the player has said what to do. */
export type Halt = "signed-out" | "device-refused" | "put-out";

export interface Halted {
  deviceId: string;
  halt: Halt;
}

/** What the server gives for a secret or a refresh token. */
export interface Grant {
  playerId: string;
  accessToken: string;
  expiresIn: number;
  refreshToken: string;
  refreshExpiresIn: number;
}

const RENEW_BEFORE = 60_000;

/** An access token is renewed a minute before it expires, or, if it is a short one, in its last quarter. */
export function tokens(deviceId: string, grant: Grant, now = Date.now()): Tokens {
  const lifetime = grant.expiresIn * 1000;
  return {
    deviceId,
    accessToken: grant.accessToken,
    until: now + lifetime - Math.min(RENEW_BEFORE, lifetime / 4),
    refreshToken: grant.refreshToken,
    refreshUntil: now + grant.refreshExpiresIn * 1000,
  };
}

export class AccessStore {
  static readonly KEY = "vstrivia.access";

  constructor(private readonly storage: Storage) {}

  /** What the device has; what another one had in this browser is nothing. */
  load(device: Device): Tokens | Halted | null {
    try {
      const access = JSON.parse(this.storage.getItem(AccessStore.KEY) ?? "null");
      return access?.deviceId === device.deviceId ? access : null;
    } catch {
      return null;
    }
  }

  save(access: Tokens | Halted): void {
    this.storage.setItem(AccessStore.KEY, JSON.stringify(access));
  }
}
