package app.vstrivia.model.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NativeCryptoTest {
    private static final String JDK = "SunEC";
    private static final String ALGORITHM = "SHA256withECDSA";
    private static final byte[] TEXT = "header.payload".getBytes(StandardCharsets.US_ASCII);

    private static Optional<String> obstacle;
    private static KeyPair keys;

    @BeforeAll
    static void install() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", JDK);
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        keys = generator.generateKeyPair();
        obstacle = NativeCrypto.install();
    }

    @Test
    void itRunsOnLinux() {
        Assumptions.assumeTrue(
                System.getProperty("os.name").equals("Linux"), "the library is made for Linux and macOS");

        assertEquals(Optional.empty(), obstacle);
    }

    @Test
    void whatItSignsTheJdkAccepts() throws GeneralSecurityException {
        PrivateKey own = KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(keys.getPrivate().getEncoded()));
        Signature signer = Signature.getInstance(ALGORITHM);
        signer.initSign(own);
        signer.update(TEXT);

        assertTrue(verifies(Signature.getInstance(ALGORITHM, JDK), keys.getPublic(), TEXT, signer.sign()));
    }

    @Test
    void whatTheJdkSignsItAcceptsAndNothingElse() throws GeneralSecurityException {
        PublicKey own = KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(keys.getPublic().getEncoded()));
        Signature signer = Signature.getInstance(ALGORITHM, JDK);
        signer.initSign(keys.getPrivate());
        signer.update(TEXT);
        byte[] signature = signer.sign();

        assertTrue(verifies(Signature.getInstance(ALGORITHM), own, TEXT, signature));
        byte[] other = "header.payloae".getBytes(StandardCharsets.US_ASCII);
        assertFalse(verifies(Signature.getInstance(ALGORITHM), own, other, signature));
    }

    private static boolean verifies(Signature verifier, PublicKey key, byte[] text, byte[] signature)
            throws GeneralSecurityException {
        verifier.initVerify(key);
        verifier.update(text);
        return verifier.verify(signature);
    }
}
