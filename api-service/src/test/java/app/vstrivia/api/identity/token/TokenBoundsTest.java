package app.vstrivia.api.identity.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBoundsTest {
    private static String refusal(TokenConfig config) {
        return assertThrows(ConfigurationException.class, () -> new TokenBounds(config))
                .getMessage();
    }

    private static TokenSettings publishedAhead(Duration ahead) {
        return TokenSettings.usual().withKeys("keys", Duration.ofSeconds(5), ahead);
    }

    @Test
    void aTokenDoesNotOutliveTheMemoryOfItsRevocation() {
        assertEquals(
                "trivia.token.lifetime is PT56M and must be from PT1M to PT55M: revocations are remembered for an hour.",
                refusal(TokenSettings.usual().withLifetime(Duration.ofMinutes(56))));
        refusal(TokenSettings.usual().withLifetime(Duration.ofSeconds(59)));
        new TokenBounds(TokenSettings.usual().withLifetime(Duration.ofMinutes(55)));
    }

    @Test
    void aKeyIsPublishedForAsLongAsThoseWhoVerifyNeed() {
        assertEquals(
                "trivia.token.publish-ahead is PT44S and must be PT45S or more: those who verify tokens ask for the keys"
                        + " every PT40S.",
                refusal(publishedAhead(Duration.ofSeconds(44))));
    }

    @Test
    void cachesKeepTheKeySetForTheRestOfThatTime() {
        assertEquals(Duration.ZERO, new TokenBounds(publishedAhead(Duration.ofSeconds(45))).keySetMaxAge());
        assertEquals(Duration.ofSeconds(135), new TokenBounds(TokenSettings.usual()).keySetMaxAge());
        assertEquals(Duration.ofMinutes(5), new TokenBounds(publishedAhead(Duration.ofHours(1))).keySetMaxAge());
    }

    @Test
    void keysAreReadAgain() {
        refusal(TokenSettings.usual().withKeys("keys", Duration.ZERO, Duration.ofMinutes(3)));
    }
}
