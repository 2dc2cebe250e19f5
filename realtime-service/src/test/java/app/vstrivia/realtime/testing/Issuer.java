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
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/** Stands for api-service: publishes a key set and signs access tokens with it. */
public final class Issuer implements QuarkusTestResourceLifecycleManager {
    /** Test classes are loaded apart from this resource, so the key goes through a system property. */
    private static final String KEY = "app.vstrivia.realtime.testing.key";

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            System.setProperty(
                    KEY, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
            byte[] keySet = keySet((ECPublicKey) pair.getPublic()).getBytes(StandardCharsets.UTF_8);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/.well-known/jwks.json", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keySet.length);
                exchange.getResponseBody().write(keySet);
                exchange.close();
            });
            server.start();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
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

    private static String keySet(ECPublicKey key) {
        return "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"alg\":\"ES256\",\"use\":\"sig\",\"kid\":\"test\",\"x\":\""
                + coordinate(key.getW().getAffineX().toByteArray()) + "\",\"y\":\""
                + coordinate(key.getW().getAffineY().toByteArray()) + "\"}]}";
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
        try {
            byte[] key = Base64.getDecoder().decode(System.getProperty(KEY));
            JwtClaimsBuilder claims =
                    Jwt.issuer("trivia").audience("trivia").subject(playerId).groups("player");
            if (device != null) {
                claims.claim("device", device);
            }
            return claims.expiresIn(validity)
                    .jws()
                    .keyId("test")
                    .algorithm(SignatureAlgorithm.ES256)
                    .sign(KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
