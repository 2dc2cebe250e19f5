package app.vstrivia.api.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.client.ApiClient;
import app.vstrivia.client.ApiException;
import app.vstrivia.client.api.PlayersApi;
import app.vstrivia.client.model.Change;
import app.vstrivia.client.model.Credentials;
import app.vstrivia.client.model.PlayerView;
import app.vstrivia.client.model.RegisteredDevice;
import app.vstrivia.client.model.Registration;
import app.vstrivia.client.model.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The Java client that is generated from the description. */
@ApiTest
class JavaClientTest {
    @TestHTTPResource("/")
    String service;

    private ApiClient client() {
        ApiClient client = new ApiClient();
        client.updateBaseUri(service.replaceFirst("/$", ""));
        return client;
    }

    private PlayersApi signedIn(Tokens tokens) {
        ApiClient client = client();
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + tokens.getAccessToken()));
        return new PlayersApi(client);
    }

    @Test
    void theClientRegistersAPlayerAndReadsIt() throws ApiException {
        PlayersApi anonymous = new PlayersApi(client());
        Registration registration = new Registration().name("Java client");
        String key = UUID.randomUUID().toString();
        RegisteredDevice device = anonymous.registerDevice(registration, key);
        Tokens tokens = anonymous.issueTokens(
                new Credentials().deviceId(device.getDeviceId()).secret(device.getSecret()));

        PlayerView me = signedIn(tokens).me(null);

        assertEquals(device.getPlayerId(), me.getPlayerId());
        assertEquals("Java client", me.getName());
        assertEquals(device, anonymous.registerDevice(registration, key));
    }

    @Test
    void aProblemIsAnExceptionWithItsCode() {
        PlayersApi anonymous = new PlayersApi(client());

        ApiException refused =
                assertThrows(ApiException.class, () -> anonymous.changeMe(new Change().name("Nobody"), null));

        assertEquals(401, refused.getCode());
        assertTrue(refused.getResponseBody().contains("\"code\":\"unauthenticated\""), refused.getResponseBody());
    }
}
