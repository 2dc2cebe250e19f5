package app.vstrivia.api.platform.outbound;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

/**
 * Where one request goes.
 *
 * @param address the one that was looked at, in digits
 * @param host what to say there
 * @param path with the query
 */
public record Destination(String address, String host, int port, boolean secure, String path) {
    /** A request that goes there and nowhere else. The certificate is to be that of the host. */
    public RequestOptions request(HttpMethod method) {
        return new RequestOptions()
                .setMethod(method)
                .setServer(SocketAddress.inetSocketAddress(port, address))
                .setHost(host)
                .setPort(port)
                .setSsl(secure)
                .setURI(path);
    }
}
