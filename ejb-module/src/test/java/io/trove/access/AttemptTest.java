package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.crypto.MacKey;
import io.trove.refusal.CannotStart;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptTest {

    private static final Instant NOW = Instant.parse("2026-03-15T10:30:00Z");
    private static final MacKey KEY = new MacKey(new byte[] {1, 2, 3});

    @Test
    void what_the_browser_kept_is_the_attempt_that_was_begun() {
        Attempt attempt = Attempt.begin("/console/events?a=b&c=d", NOW);
        assertEquals(Optional.of(attempt), Attempt.read(attempt.text(KEY), KEY, NOW.plusSeconds(599)));
        assertTrue(attempt.isOf(attempt.state()));
        assertFalse(attempt.isOf(attempt.nonce()));
        Attempt another = Attempt.begin("/console/events", NOW);
        assertNotEquals(attempt.state(), another.state());
        assertNotEquals(attempt.challenge(), another.challenge());
    }

    @Test
    void the_challenge_is_that_of_the_specification() {
        var attempt = new Attempt("s", "n", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "/console/home", NOW);
        assertEquals("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", attempt.challenge(), "RFC 7636, appendix B");
    }

    @Test
    void what_is_old_or_anothers_or_changed_is_none() {
        String text = Attempt.begin("/console/home", NOW).text(KEY);
        assertEquals(Optional.empty(), Attempt.read(text, KEY, NOW.plus(Duration.ofMinutes(10))));
        assertEquals(Optional.empty(), Attempt.read(text, new MacKey(new byte[] {4}), NOW));
        assertEquals(Optional.empty(), Attempt.read("x" + text, KEY, NOW));
        assertEquals(Optional.empty(), Attempt.read(text.substring(0, 20), KEY, NOW));
        assertEquals(Optional.empty(), Attempt.read("", KEY, NOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example.com/",
                "//evil.example.com",
                "/console/../api",
                "/console/a b",
                "/console/\na"
            })
    void who_asks_for_what_is_no_page_comes_home(String to) {
        assertEquals("/console/home", Attempt.begin(to, NOW).to());
    }

    @Test
    void a_client_needs_an_address_to_lead_people_back_to() {
        var variables = Map.of("TROVE_OIDC_CLIENT_ID", "c", "TROVE_CONSOLE_URL", "https://trove.example.com/");
        Client client =
                Client.configured(name -> variables.getOrDefault(name, "")).orElseThrow();
        assertEquals("https://trove.example.com/console/signed-in", client.returns());
        assertEquals(Optional.empty(), client.secret());
        assertEquals(Optional.empty(), Client.configured(name -> ""));
        for (String wrong : new String[] {"", "http://trove.example.com", "trove.example.com"}) {
            var without = Map.of("TROVE_OIDC_CLIENT_ID", "c", "TROVE_CONSOLE_URL", wrong);
            assertThrows(CannotStart.class, () -> Client.configured(name -> without.getOrDefault(name, "")));
        }
    }
}
