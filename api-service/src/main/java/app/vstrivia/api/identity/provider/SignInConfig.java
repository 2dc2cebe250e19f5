package app.vstrivia.api.identity.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settings of signing in with what others vouch for. */
@ConfigMapping(prefix = "trivia.sign-in")
public interface SignInConfig {

    /** By the name that URLs have: lower-case letters, digits and hyphens, 20 at most. None: only devices sign in. */
    Map<String, Provider> providers();

    /** An OpenID provider. */
    interface Provider {
        /** What its tokens have as {@code iss}, to the letter; {@code https}, or {@code http} on this machine. */
        String issuer();

        /** What the provider calls our apps: tokens for anybody else are refused. */
        Set<String> clientIds();

        /** Where its keys are; if not set, its discovery document says so. */
        Optional<String> jwksUri();

        /** Those that may sign its tokens, of RS256 and ES256. */
        @WithDefault("RS256,ES256")
        Set<String> algorithms();
    }
}
