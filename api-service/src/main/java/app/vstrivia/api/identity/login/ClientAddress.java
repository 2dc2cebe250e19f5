package app.vstrivia.api.identity.login;

import io.vertx.core.http.HttpServerRequest;

/** Where a request comes from. */
public final class ClientAddress {
    /** Of an IPv6 address in text. */
    private static final int LONGEST = 45;

    private ClientAddress() {}

    /** The address as the server knows it, behind a proxy by the settings {@code quarkus.http.proxy}; null if it does not. */
    public static String of(HttpServerRequest request) {
        String address =
                request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
        return address == null || address.length() > LONGEST ? null : address;
    }
}
