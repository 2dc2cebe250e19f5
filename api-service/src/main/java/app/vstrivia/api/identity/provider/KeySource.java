package app.vstrivia.api.identity.provider;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jose4j.lang.JoseException;

/** Where an issuer's keys come from: an address in the settings, or the one in its discovery document. */
final class KeySource {
    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[\\s,])max-age=(\\d{1,9})", Pattern.CASE_INSENSITIVE);
    private static final Duration USUAL = Duration.ofHours(1);
    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String issuer;
    private final Optional<String> jwksUri;
    private final IssuerHttp http;

    /** @param jwksUri if empty, the discovery document is read each time, since it may come to name another address */
    KeySource(String issuer, Optional<String> jwksUri, IssuerHttp http) {
        this.issuer = issuer;
        this.jwksUri = jwksUri;
        this.http = http;
    }

    /** Fails with {@link IOException} if the issuer does not answer, with {@link DecodeException} if it says something else. */
    Uni<KeySet> fetch() {
        Uni<String> address = jwksUri.map(Uni.createFrom()::item).orElseGet(this::discover);
        return address.chain(found -> http.get(checked(found))).map(this::keys);
    }

    private Uni<String> discover() {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        return http.get(checked(base + DISCOVERY)).map(answer -> {
            try {
                JsonObject document = new JsonObject(answer.body());
                if (!issuer.equals(document.getValue("issuer"))) {
                    throw new DecodeException("the discovery document is of another issuer");
                }
                if (document.getValue("jwks_uri") instanceof String found) {
                    return found;
                }
                throw new DecodeException("the discovery document names no keys");
            } catch (ClassCastException e) {
                throw new DecodeException("the discovery document is no object", e);
            }
        });
    }

    private KeySet keys(IssuerHttp.Answer answer) {
        try {
            return KeySet.parse(answer.body(), goodFor(answer.cacheControl()));
        } catch (JoseException e) {
            throw new DecodeException("the answer is no key set", e);
        }
    }

    /** As the issuer says, but neither so short that we ask all the time nor so long that a withdrawn key lives on. */
    static Duration goodFor(String cacheControl) {
        Matcher maxAge = MAX_AGE.matcher(cacheControl == null ? "" : cacheControl);
        Duration said = maxAge.find() ? Duration.ofSeconds(Long.parseLong(maxAge.group(1))) : USUAL;
        return said.compareTo(SHORTEST) < 0 ? SHORTEST : said.compareTo(LONGEST) > 0 ? LONGEST : said;
    }

    /**
     * An address to fetch keys from: without TLS only on this machine.
     *
     * @throws IllegalArgumentException if it is another
     */
    static URI checked(String address) {
        URI uri = URI.create(address);
        boolean https = "https".equals(uri.getScheme()) && uri.getHost() != null;
        boolean here = "http".equals(uri.getScheme()) && uri.getHost() != null && THIS_MACHINE.contains(uri.getHost());
        if (!https && !here) {
            throw new IllegalArgumentException("not an https address: " + address);
        }
        return uri;
    }
}
