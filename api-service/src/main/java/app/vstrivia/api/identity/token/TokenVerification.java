package app.vstrivia.api.identity.token;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/** Verifies this deployment's own tokens with the keys at hand, instead of fetching them from itself. */
@ApplicationScoped
@Alternative
@Priority(1)
class TokenVerification extends JWTCallerPrincipalFactory {
    private final DefaultJWTTokenParser parser;

    TokenVerification(SigningKeys keys) {
        this.parser = new DefaultJWTTokenParser() {
            @Override
            protected VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo info) {
                return (signature, outer) -> keys.published(signature.getKeyIdHeaderValue())
                        .map(SigningKey::publicKey)
                        .orElseThrow(() -> new UnresolvableKeyException("the key is not one of ours"));
            }
        };
    }

    @Produces
    @Alternative
    @Priority(1)
    @ApplicationScoped
    static JWTAuthContextInfo ownTokens() {
        JWTAuthContextInfo info = new JWTAuthContextInfo();
        info.setIssuedBy(TokenService.TRIVIA);
        info.setExpectedAudience(Set.of(TokenService.TRIVIA));
        info.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
        return info;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo expected) throws ParseException {
        JwtContext parsed = parser.parse(token, expected);
        JwtClaims claims = parsed.getJwtClaims();
        claims.setClaim(Claims.raw_token.name(), token);
        return new DefaultJWTCallerPrincipal(
                token, parsed.getJoseObjects().get(0).getHeader("typ"), claims);
    }
}
