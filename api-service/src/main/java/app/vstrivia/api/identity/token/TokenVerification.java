package app.vstrivia.api.identity.token;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.util.Set;

/** Verifies this deployment's own tokens with the key at hand, instead of fetching it from itself. */
class TokenVerification {

    @Produces
    @Alternative
    @Priority(1)
    @ApplicationScoped
    JWTAuthContextInfo ownTokens(SigningKeys keys) {
        JWTAuthContextInfo verification = new JWTAuthContextInfo(keys.current().publicKey(), TokenService.TRIVIA);
        verification.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
        verification.setExpectedAudience(Set.of(TokenService.TRIVIA));
        return verification;
    }
}
