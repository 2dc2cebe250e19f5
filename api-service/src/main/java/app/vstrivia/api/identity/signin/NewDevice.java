package app.vstrivia.api.identity.signin;

/**
 * What a device tells of itself when somebody signs in on it.
 *
 * @param playerName for a new player; may be null for one who is known
 * @param deviceName may be null
 * @param address where it is; null if that is not known
 */
public record NewDevice(String playerName, String deviceName, String address) {}
