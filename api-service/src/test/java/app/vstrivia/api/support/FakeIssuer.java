package app.vstrivia.api.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** An OpenID provider on this machine: discovery document, key set and tokens; it can be told to misbehave. */
public final class FakeIssuer implements AutoCloseable {
    public static final String CLIENT = "app.example";
    public static final String OTHER_CLIENT = "app.example.android";

    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger keyFetches = new AtomicInteger();
    private volatile RsaJsonWebKey rsa;
    private volatile EllipticCurveJsonWebKey ec;
    private volatile String cacheControl = "public, max-age=3600";
    private volatile String issuerInDocument;
    private volatile String paddingOfKeys = "";
    private volatile boolean hangs;
    private volatile int status = 200;

    /** @param port 0 for any */
    public FakeIssuer(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "fake-issuer");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/.well-known/openid-configuration", this::discovery);
        server.createContext("/keys", this::keys);
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", jwksUri());
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        issuerInDocument = issuer();
        rotate();
        server.start();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public String jwksUri() {
        return issuer() + "/keys";
    }

    /** New keys in place of the present ones. */
    public void rotate() {
        try {
            rsa = RsaJwkGenerator.generateJwk(2048);
            ec = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
        describe(rsa, "rsa", AlgorithmIdentifiers.RSA_USING_SHA256);
        describe(ec, "ec", AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    }

    private static void describe(PublicJsonWebKey key, String kind, String algorithm) {
        key.setKeyId(kind + "-" + Long.toHexString(System.nanoTime()));
        key.setUse("sig");
        key.setAlgorithm(algorithm);
    }

    public RsaJsonWebKey rsa() {
        return rsa;
    }

    public EllipticCurveJsonWebKey ec() {
        return ec;
    }

    /** How often the key set was asked for. */
    public int keyFetches() {
        return keyFetches.get();
    }

    public void cacheControl(String value) {
        cacheControl = value;
    }

    public void answersWith(int newStatus) {
        status = newStatus;
    }

    /** It takes questions for its keys, and sends but the beginning of an answer. */
    public void hangs(boolean newHangs) {
        hangs = newHangs;
    }

    /** The key set gets so many bytes longer. */
    public void padsKeysWith(int bytes) {
        paddingOfKeys = "x".repeat(bytes);
    }

    public void claimsToBe(String otherIssuer) {
        issuerInDocument = otherIssuer;
    }

    /** What a good token says. */
    public JwtClaims claims(String subject, String nonce) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer());
        claims.setAudience(CLIENT);
        claims.setSubject(subject);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(60);
        claims.setClaim("nonce", nonce);
        claims.setClaim("email", subject + "@mail.example");
        return claims;
    }

    /** A good token. */
    public String token(String subject, String nonce) {
        return signed(claims(subject, nonce));
    }

    public String signed(JwtClaims claims) {
        return signed(claims, rsa);
    }

    public String signed(JwtClaims claims, PublicJsonWebKey key) {
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setKey(key.getPrivateKey());
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setAlgorithmHeaderValue(key.getAlgorithm());
        return compact(token);
    }

    public static String compact(JsonWebSignature token) {
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private void discovery(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                new JsonObject()
                        .put("issuer", issuerInDocument)
                        .put("jwks_uri", jwksUri())
                        .encode());
    }

    private void keys(HttpExchange exchange) throws IOException {
        keyFetches.incrementAndGet();
        if (hangs) {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            waitUntilClosed();
            return;
        }
        JsonObject set = new JsonObject(new JsonWebKeySet(rsa, ec).toJson());
        answer(exchange, set.put("padding", paddingOfKeys).encode());
    }

    private void waitUntilClosed() {
        try {
            closed.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("Cache-Control", cacheControl);
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
