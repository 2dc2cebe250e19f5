package app.vstrivia.api.identity.token;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import org.jose4j.keys.EllipticCurves;

/**
 * Finds the public half of a private key on P-256, which a PKCS#8 file need not hold and the JDK does not compute: Q =
 * d·G by double-and-add. It runs once, at start, where its timing tells nobody anything.
 */
final class P256 {
    private static final ECParameterSpec CURVE = EllipticCurves.P256;
    private static final BigInteger P = ((ECFieldFp) CURVE.getCurve().getField()).getP();
    private static final BigInteger THREE = BigInteger.valueOf(3);

    private P256() {}

    static boolean holds(ECPrivateKey key) {
        ECParameterSpec given = key.getParams();
        return given.getCurve().equals(CURVE.getCurve())
                && given.getGenerator().equals(CURVE.getGenerator())
                && key.getS().signum() > 0
                && key.getS().compareTo(CURVE.getOrder()) < 0;
    }

    static ECPublicKey publicKeyOf(ECPrivateKey key) {
        ECPoint point = ECPoint.POINT_INFINITY;
        for (int bit = key.getS().bitLength() - 1; bit >= 0; bit--) {
            point = sum(point, point);
            if (key.getS().testBit(bit)) {
                point = sum(point, CURVE.getGenerator());
            }
        }
        try {
            return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, CURVE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    private static ECPoint sum(ECPoint a, ECPoint b) {
        if (a.equals(ECPoint.POINT_INFINITY)) {
            return b;
        }
        if (b.equals(ECPoint.POINT_INFINITY)) {
            return a;
        }
        BigInteger x = a.getAffineX();
        BigInteger y = a.getAffineY();
        BigInteger slope;
        if (a.equals(b)) {
            BigInteger rise = x.multiply(x).multiply(THREE).add(CURVE.getCurve().getA());
            slope = rise.multiply(y.shiftLeft(1).modInverse(P));
        } else if (x.equals(b.getAffineX())) {
            return ECPoint.POINT_INFINITY;
        } else {
            BigInteger run = b.getAffineX().subtract(x).mod(P);
            slope = b.getAffineY().subtract(y).multiply(run.modInverse(P));
        }
        BigInteger sumX =
                slope.multiply(slope).subtract(x).subtract(b.getAffineX()).mod(P);
        BigInteger sumY = slope.multiply(x.subtract(sumX)).subtract(y).mod(P);
        return new ECPoint(sumX, sumY);
    }
}
