package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.refusal.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTest {

    @Test
    void no_site_is_allowed_unless_it_is_listed() {
        assertTrue(AllowedOrigins.of("  ").isEmpty());
        AllowedOrigins two = AllowedOrigins.of("https://App.example.com, http://localhost:5173");
        assertTrue(two.has("https://app.example.com") && two.has("http://localhost:5173"));
        for (String other : new String[] {
            null, "null", "", "https://app.example.com:8443", "http://app.example.com", "https://evil-app.example.com"
        }) {
            assertFalse(two.has(other), other);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "null", "app.example.com", "https://app.example.com/", "https://*.example.com", "ftp://a"})
    void what_is_no_origin_ends_the_start(String wrong) {
        assertThrows(CannotStart.class, () -> AllowedOrigins.of("https://a.example " + wrong));
    }
}
