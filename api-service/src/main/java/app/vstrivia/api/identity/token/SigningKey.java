package app.vstrivia.api.identity.token;

import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Map;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;

/** A key pair on P-256 and its public name. */
record SigningKey(ECPrivateKey privateKey, ECPublicKey publicKey, String id) {

    static SigningKey of(ECPrivateKey privateKey) {
        ECPublicKey publicKey = P256.publicKeyOf(privateKey);
        String thumbprint = new EllipticCurveJsonWebKey(publicKey).calculateBase64urlEncodedThumbprint("SHA-256");
        return new SigningKey(privateKey, publicKey, thumbprint);
    }

    /** The public half as RFC 7517 writes it. */
    Map<String, Object> toJwk() {
        EllipticCurveJsonWebKey jwk = new EllipticCurveJsonWebKey(publicKey);
        jwk.setKeyId(id);
        jwk.setUse("sig");
        jwk.setAlgorithm("ES256");
        return jwk.toParams(OutputControlLevel.PUBLIC_ONLY);
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
