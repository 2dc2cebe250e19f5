package app.vstrivia.local.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminTokenTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path temporary;

    @Test
    void itSaysWhoItIsForAndItsSignatureFitsThePublicKey() throws Exception {
        Path pem = Files.writeString(temporary.resolve("key.pem"), SigningKey.generate());
        SigningKey key = SigningKey.read(pem);

        String[] parts = AdminToken.mint(key, Instant.ofEpochSecond(1_000_000)).split("\\.");

        assertEquals(
                JSON.readTree("{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"" + key.id() + "\"}"), decoded(parts[0]));
        JsonNode claims = decoded(parts[1]);
        assertEquals("trivia", claims.path("iss").asText());
        assertEquals("trivia", claims.path("aud").asText());
        assertEquals("[\"admin\"]", claims.path("groups").toString());
        assertEquals(1_000_600, claims.path("exp").asLong());
        assertTrue(verified(pem, parts));
    }

    /** The generator times two, a published test vector of the curve. */
    @Test
    void thePublicPointIsTheOneThatTheCurveGives() {
        assertEquals(
                new BigInteger("7cf27b188d034f7e8a52380304b51ac3c08969e277f21b35a60b48fc47669978", 16),
                P256.publicPoint(BigInteger.TWO).getAffineX());
        assertEquals(
                new BigInteger("07775510db8ed040293d9ac69f7430dbba7dade63ce982299e04b79d227873d1", 16),
                P256.publicPoint(BigInteger.TWO).getAffineY());
    }

    private static JsonNode decoded(String part) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(part));
    }

    private static boolean verified(Path pem, String[] parts) throws IOException, GeneralSecurityException {
        byte[] der = Base64.getMimeDecoder()
                .decode(Files.readString(pem)
                        .replaceAll("-----[A-Z ]+-----", "")
                        .strip());
        KeyFactory keys = KeyFactory.getInstance("EC");
        ECPrivateKey secret = (ECPrivateKey) keys.generatePrivate(new PKCS8EncodedKeySpec(der));
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(keys.generatePublic(
                new ECPublicKeySpec(P256.publicPoint(secret.getS()), curve.getParameterSpec(ECParameterSpec.class))));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }
}
