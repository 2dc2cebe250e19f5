package app.vstrivia.api.identity.signin;

/**
 * What a device tells of itself when somebody signs in on it.
 *
 * @param playerName for a new player; may be null for one who is known
 * @param deviceName may be null
 */
public record NewDevice(String playerName, String deviceName) {}
