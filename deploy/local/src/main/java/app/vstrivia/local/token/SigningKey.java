package app.vstrivia.local.token;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The key that the API signs access tokens with: an EC P-256 key in a PKCS#8 PEM file. */
public final class SigningKey {
    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();

    private final ECPrivateKey key;
    private final String id;

    private SigningKey(ECPrivateKey key) throws GeneralSecurityException {
        this.key = key;
        this.id = thumbprint(P256.publicPoint(key.getS()));
    }

    /** A new key, as PEM. */
    public static String generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            byte[] encoded = generator.generateKeyPair().getPrivate().getEncoded();
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
            return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK knows P-256", impossible);
        }
    }

    public static SigningKey read(Path pem) throws IOException {
        String body = Files.readString(pem).replaceAll("-----[A-Z ]+-----|\\s", "");
        try {
            PKCS8EncodedKeySpec spec =
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body));
            return new SigningKey((ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(spec));
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw new IOException(pem + " does not hold an EC private key in PKCS#8", broken);
        }
    }

    /** The key id in a token's header: the RFC 7638 thumbprint of the public key. */
    public String id() {
        return id;
    }

    private static String thumbprint(ECPoint point) throws GeneralSecurityException {
        String jwk = "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + coordinate(point.getAffineX()) + "\",\"y\":\""
                + coordinate(point.getAffineY()) + "\"}";
        return BASE64_URL.encodeToString(
                MessageDigest.getInstance("SHA-256").digest(jwk.getBytes(StandardCharsets.UTF_8)));
    }

    private static String coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(bytes.length, fixed.length);
        System.arraycopy(bytes, bytes.length - length, fixed, fixed.length - length, length);
        return BASE64_URL.encodeToString(fixed);
    }

    /** A signed JWT (ES256) with these claims. */
    public String sign(String claims) {
        String header = "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"" + id + "\"}";
        String content = encode(header) + "." + encode(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + BASE64_URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The signing key cannot sign", failure);
        }
    }

    private static String encode(String json) {
        return BASE64_URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
