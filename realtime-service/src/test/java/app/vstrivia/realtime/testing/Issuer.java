package app.vstrivia.realtime.testing;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** Stands for api-service: publishes a key set and signs access tokens with its keys. */
public final class Issuer implements QuarkusTestResourceLifecycleManager {
    /** Test classes are loaded apart from this resource, so what both know goes through system properties. */
    private static final String PREFIX = "app.vstrivia.realtime.testing.";

    private static final String KEY = PREFIX + "key";
    private static final String PUBLISHED = PREFIX + "published";
    private static final String FETCHES = PREFIX + "fetches";
    private static final String ASKED = PREFIX + "asked";
    private static final String WITHHELD = PREFIX + "withheld";

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            KeyPair pair = newKey();
            System.setProperty(
                    KEY, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
            System.setProperty(PUBLISHED, jwk("test", pair));
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/.well-known/jwks.json", exchange -> {
                Integer fetches = Integer.getInteger(FETCHES, 0);
                System.setProperty(FETCHES, Integer.toString(fetches + 1));
                byte[] keySet = ("{\"keys\":[" + System.getProperty(PUBLISHED) + "]}").getBytes(StandardCharsets.UTF_8);
                System.setProperty(
                        ASKED, exchange.getRequestHeaders().entrySet().toString());
                if (Boolean.getBoolean(WITHHELD)) {
                    exchange.sendResponseHeaders(503, -1);
                    exchange.close();
                    return;
                }
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keySet.length);
                exchange.getResponseBody().write(keySet);
                exchange.close();
            });
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "quarkus.oidc.auth-server-url",
                base,
                "quarkus.oidc.jwks-path",
                base + "/.well-known/jwks.json",
                "quarkus.flyway.migrate-at-start",
                "true");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    public static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts one more key into the set. */
    public static void publish(String id, KeyPair pair) {
        System.setProperty(PUBLISHED, System.getProperty(PUBLISHED) + "," + jwk(id, pair));
    }

    /** Whether it does not tell its keys, as if it were not there yet. */
    public static void withhold(boolean keys) {
        System.setProperty(WITHHELD, Boolean.toString(keys));
    }

    /** How often the key set was fetched so far. */
    public static int fetches() {
        return Integer.getInteger(FETCHES, 0);
    }

    /** The headers of the last request for the keys. */
    public static String askedWith() {
        return System.getProperty(ASKED, "");
    }

    private static String jwk(String id, KeyPair pair) {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"alg\":\"ES256\",\"use\":\"sig\",\"kid\":\"" + id + "\",\"x\":\""
                + coordinate(key.getW().getAffineX().toByteArray()) + "\",\"y\":\""
                + coordinate(key.getW().getAffineY().toByteArray()) + "\"}";
    }

    private static String coordinate(byte[] signed) {
        byte[] fixed = new byte[32];
        int length = Math.min(32, signed.length);
        System.arraycopy(signed, signed.length - length, fixed, 32 - length, length);
        byte[] result = Arrays.copyOf(fixed, 32);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(result);
    }

    /** An access token as api-service gives it, for the player's own device. */
    public static String token(String playerId) {
        return token(playerId, "device-of-" + playerId, Duration.ofMinutes(15));
    }

    public static String token(String playerId, String device, Duration validity) {
        return token(playerId, device, validity, Set.of("player"));
    }

    public static String token(String playerId, String device, Duration validity, Set<String> groups) {
        try {
            byte[] key = Base64.getDecoder().decode(System.getProperty(KEY));
            return token(
                    playerId,
                    device,
                    validity,
                    groups,
                    "test",
                    KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token of another key, which says that it is the one with that id. */
    public static String token(String playerId, String device, Duration validity, String keyId, PrivateKey key) {
        return token(playerId, device, validity, Set.of("player"), keyId, key);
    }

    private static String token(
            String playerId, String device, Duration validity, Set<String> groups, String keyId, PrivateKey key) {
        JwtClaimsBuilder claims =
                Jwt.issuer("trivia").audience("trivia").subject(playerId).groups(groups);
        if (device != null) {
            claims.claim("device", device);
        }
        return claims.claim("issued", System.currentTimeMillis())
                .expiresIn(validity)
                .jws()
                .keyId(keyId)
                .algorithm(SignatureAlgorithm.ES256)
                .sign(key);
    }
}
