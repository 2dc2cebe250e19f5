package app.vstrivia.api.platform.ratelimit;

import java.time.Duration;
import java.util.Locale;

/**
 * The catalogue. {@code atOnce} may be done at any moment by who has done nothing for a while; what is spent comes back
 * evenly, {@code perMinute}. Messages on a socket are limited by realtime-service ({@code trivia.socket}), without Valkey.
 */
public enum RateLimit {
    /** New players: a class that comes in at once, and no farm. */
    REGISTRATION(Per.ADDRESS, 60, 10, WhenAway.CLOSED),
    /** Whatever is done with a secret or an ID token. A whole school is one address. */
    SIGN_IN(Per.ADDRESS, 300, 300, WhenAway.CLOSED),
    /** Codes for one more device have 50 bits and live for ten minutes: nobody guesses one at this pace. */
    LINKING(Per.ADDRESS, 10, 2, WhenAway.CLOSED),
    /** Tokens for a refresh token. Who plays must be able to go on. */
    REFRESH(Per.ADDRESS, 600, 1_200, WhenAway.OPEN),
    /** Whatever changes something and has no limit of its own. */
    WRITES(Per.PLAYER, 60, 600, WhenAway.OPEN),
    /** Files of the whole bank: each takes a thread for seconds. */
    EXPORTS(Per.PLAYER, 10, 5, WhenAway.OPEN),
    /** Publications of quizzes: each copies files and may crop a picture. */
    PUBLICATIONS(Per.PLAYER, 20, 10, WhenAway.OPEN),
    /** Pictures and videos that are brought: each is a file that is read, stored and looked at. */
    UPLOADS(Per.PLAYER, 60, 30, WhenAway.OPEN),
    /** Pictures of the web that files of questions name: each is a request to another's machine, and takes a thread meanwhile. */
    FETCHES(Per.PLAYER, 100, 30, WhenAway.CLOSED),
    /** Requests that we send to another's machine because somebody wants it. */
    WEBHOOK_TESTS(Per.PLAYER, 10, 10, WhenAway.CLOSED),
    /** Attempts at a PIN: a million of them, at a few in a minute. */
    JOINING(Per.PLAYER, 20, 10, WhenAway.OPEN),
    /** Joins of one room: ten thousand players come at a thousand a second. */
    ROOM_JOINS(Per.ROOM, 3_000, 90_000, WhenAway.OPEN);

    /** Whom a limit counts. */
    enum Per {
        ADDRESS,
        /** Without a token: the address. */
        PLAYER,
        ROOM
    }

    /** What holds while Valkey cannot be asked. */
    enum WhenAway {
        OPEN,
        CLOSED
    }

    private final Per per;
    private final long atOnce;
    private final long perMinute;
    private final WhenAway whenAway;

    RateLimit(Per per, long atOnce, long perMinute, WhenAway whenAway) {
        this.per = per;
        this.atOnce = atOnce;
        this.perMinute = perMinute;
        this.whenAway = whenAway;
    }

    Per per() {
        return per;
    }

    long atOnce() {
        return atOnce;
    }

    long perMinute() {
        return perMinute;
    }

    boolean closesWithoutValkey() {
        return whenAway == WhenAway.CLOSED;
    }

    /** After this time everything that was spent is back. */
    Duration window() {
        return Duration.ofSeconds(Math.max(1, atOnce * 60 / perMinute));
    }

    /** As clients and figures know it. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
