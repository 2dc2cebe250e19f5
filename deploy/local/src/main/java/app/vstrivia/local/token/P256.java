package app.vstrivia.local.token;

import java.math.BigInteger;
import java.security.spec.ECPoint;

/**
 * The public point of a private key on the curve P-256: the JDK can do it but offers no way to ask for it.
 * Affine arithmetic in the plainest form; it runs once for a token, on a local machine.
 */
final class P256 {
    private static final BigInteger P =
            new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
    private static final BigInteger A = P.subtract(BigInteger.valueOf(3));
    private static final ECPoint GENERATOR = new ECPoint(
            new BigInteger("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296", 16),
            new BigInteger("4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5", 16));

    private P256() {}

    static ECPoint publicPoint(BigInteger privateValue) {
        ECPoint result = ECPoint.POINT_INFINITY;
        for (int bit = privateValue.bitLength() - 1; bit >= 0; bit--) {
            result = add(result, result);
            if (privateValue.testBit(bit)) {
                result = add(result, GENERATOR);
            }
        }
        return result;
    }

    private static ECPoint add(ECPoint a, ECPoint b) {
        if (a.equals(ECPoint.POINT_INFINITY)) {
            return b;
        }
        if (b.equals(ECPoint.POINT_INFINITY)) {
            return a;
        }
        BigInteger slope;
        if (a.equals(b)) {
            BigInteger numerator =
                    a.getAffineX().pow(2).multiply(BigInteger.valueOf(3)).add(A);
            slope = numerator
                    .multiply(a.getAffineY().shiftLeft(1).modInverse(P))
                    .mod(P);
        } else if (a.getAffineX().equals(b.getAffineX())) {
            return ECPoint.POINT_INFINITY;
        } else {
            BigInteger run = b.getAffineX().subtract(a.getAffineX());
            slope = b.getAffineY()
                    .subtract(a.getAffineY())
                    .multiply(run.modInverse(P))
                    .mod(P);
        }
        BigInteger x =
                slope.pow(2).subtract(a.getAffineX()).subtract(b.getAffineX()).mod(P);
        BigInteger y = slope.multiply(a.getAffineX().subtract(x))
                .subtract(a.getAffineY())
                .mod(P);
        return new ECPoint(x, y);
    }
}
