package app.vstrivia.api.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class WebhookSecretTest {
    /** The example that the Standard Webhooks specification's own libraries are tested with (standard-webhooks/libraries). */
    private static final String EXAMPLE = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static WebhookSecret secret(String revealed) {
        return WebhookSecret.stored(Base64.getDecoder().decode(revealed.substring("whsec_".length())));
    }

    @Test
    void itSignsAsTheSpecificationDoes() {
        assertEquals(
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                secret(EXAMPLE).sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}"));
    }

    @Test
    void whatIsRevealedIsTheKeyAndTellsNobodyElse() {
        assertEquals(EXAMPLE, secret(EXAMPLE).reveal());
        assertFalse(secret(EXAMPLE).toString().contains("MfKQ"));
    }
}
