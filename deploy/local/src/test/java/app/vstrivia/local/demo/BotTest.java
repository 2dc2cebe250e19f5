package app.vstrivia.local.demo;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.local.client.Frame;
import org.junit.jupiter.api.Test;

class BotTest {
    @Test
    void aBotHearsOfItsOwnMatchAlone() {
        assertTrue(Bot.isOf("m", frame("{'type':'event','stream':'match:m','kind':'round-opened'}")));
        assertTrue(Bot.isOf("m", frame("{'type':'result','match':'m','round':1}")));
        assertFalse(Bot.isOf("m", frame("{'type':'event','stream':'match:n','kind':'round-opened'}")));
        assertFalse(Bot.isOf("m", frame("{'type':'result','match':'n','round':1}")));
    }

    private static Frame frame(String json) {
        return Frame.of(1, 0, json.replace('\'', '"'));
    }
}
