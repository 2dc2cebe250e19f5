package app.vstrivia.api.identity.provider;

import app.vstrivia.api.identity.provider.IdTokenRefused.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * What an ID token of one provider must say: OpenID Connect Core 1.0, section 3.1.3.7, with a nonce that must be there.
 *
 * @param clientIds what the provider calls us
 */
record IdTokenRules(String provider, String issuer, Set<String> clientIds, Set<String> algorithms) {
    /** By how much clocks may differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /** How long ago a token may have been made; those of Apple are good for a day. */
    private static final Duration OLDEST = Duration.ofDays(1);

    /** As the specification bounds it; without blanks, which some databases do not tell apart at the end. */
    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private static final int LONGEST_NONCE = 100;

    private static final Map<Integer, Reason> REASONS = Map.of(
            ErrorCodes.SIGNATURE_INVALID, Reason.SIGNATURE,
            ErrorCodes.SIGNATURE_MISSING, Reason.ALGORITHM,
            ErrorCodes.ISSUER_INVALID, Reason.ISSUER,
            ErrorCodes.AUDIENCE_INVALID, Reason.AUDIENCE,
            ErrorCodes.EXPIRED, Reason.EXPIRED,
            ErrorCodes.ISSUED_AT_INVALID_PAST, Reason.EXPIRED,
            ErrorCodes.NOT_YET_VALID, Reason.NOT_YET_VALID,
            ErrorCodes.ISSUED_AT_INVALID_FUTURE, Reason.NOT_YET_VALID);

    /** @throws IdTokenRefused if the token breaks a rule */
    VerifiedIdentity check(String idToken, KeySet.Key key, Instant now) {
        try {
            JwtClaims claims = consumer(key, now).processToClaims(idToken);
            checkParties(claims);
            String subject = claims.getSubject();
            String nonce = claims.getStringClaimValue("nonce");
            if (nonce == null || nonce.isBlank() || nonce.length() > LONGEST_NONCE) {
                throw new IdTokenRefused(Reason.NONCE);
            }
            if (!SUBJECT.matcher(subject).matches()) {
                throw new IdTokenRefused(Reason.MALFORMED);
            }
            return new VerifiedIdentity(provider, issuer, subject, nonce);
        } catch (InvalidJwtException e) {
            throw new IdTokenRefused(e.getErrorDetails().stream()
                    .map(error -> REASONS.getOrDefault(error.getErrorCode(), Reason.MALFORMED))
                    .findFirst()
                    .orElse(Reason.MALFORMED));
        } catch (MalformedClaimException e) {
            throw new IdTokenRefused(Reason.MALFORMED);
        }
    }

    private JwtConsumer consumer(KeySet.Key key, Instant now) {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, algorithms.toArray(String[]::new))
                .setVerificationKey(key.publicKey())
                .setExpectedIssuer(true, issuer)
                .setExpectedAudience(true, clientIds.toArray(String[]::new))
                .setRequireSubject()
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setIssuedAtRestrictions(0, (int) OLDEST.toSeconds())
                .setAllowedClockSkewInSeconds((int) SKEW.toSeconds())
                .setEvaluationTime(NumericDate.fromMilliseconds(now.toEpochMilli()))
                .build();
    }

    /** Nobody whom we do not know may hold the token as well; of several audiences it says which one it was given to. */
    private void checkParties(JwtClaims claims) throws MalformedClaimException {
        List<String> audience = claims.getAudience();
        if (!audience.stream().allMatch(client -> client != null && clientIds.contains(client))) {
            throw new IdTokenRefused(Reason.AUDIENCE);
        }
        String authorizedParty = claims.getStringClaimValue("azp");
        if (authorizedParty == null ? audience.size() > 1 : !clientIds.contains(authorizedParty)) {
            throw new IdTokenRefused(Reason.AUTHORIZED_PARTY);
        }
    }
}
