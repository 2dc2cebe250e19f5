package app.vstrivia.api.identity.provider;

import java.security.PublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.lang.JoseException;

/**
 * The public keys of an issuer, by their ids.
 *
 * @param goodFor how long they may be kept before they are asked for again
 */
record KeySet(Map<String, Key> keys, Duration goodFor) {

    /** @param algorithm the one that the key is for; null if it may be used with any that fits it */
    record Key(PublicKey publicKey, String algorithm) {
        boolean isFor(String wanted) {
            return algorithm == null || algorithm.equals(wanted);
        }
    }

    /**
     * Reads an RFC 7517 key set. What cannot verify a signature (symmetric keys, keys without an id or for encryption) is
     * left out.
     *
     * @throws JoseException if it is no key set
     */
    static KeySet parse(String json, Duration goodFor) throws JoseException {
        Map<String, Key> keys = new HashMap<>();
        for (JsonWebKey key : new JsonWebKeySet(json).getJsonWebKeys()) {
            boolean verifies = key instanceof RsaJsonWebKey || key instanceof EllipticCurveJsonWebKey;
            if (verifies && key.getKeyId() != null && (key.getUse() == null || Use.SIGNATURE.equals(key.getUse()))) {
                keys.putIfAbsent(key.getKeyId(), new Key((PublicKey) key.getKey(), key.getAlgorithm()));
            }
        }
        return new KeySet(Map.copyOf(keys), goodFor);
    }

    Optional<Key> key(String id) {
        return Optional.ofNullable(keys.get(id));
    }
}
