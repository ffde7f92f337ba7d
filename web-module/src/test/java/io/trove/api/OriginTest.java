package io.trove.api;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OriginTest {

    private static final String HOST = "trove.example:9443";

    @Test
    void reading_is_open_to_links_from_anywhere() {
        assertFalse(Origin.isForeign("GET", "cross-site", "https://evil.example", HOST, true));
    }

    @Test
    void a_form_of_another_site_is_foreign() {
        assertTrue(Origin.isForeign("POST", "cross-site", "https://evil.example", HOST, true));
        assertTrue(Origin.isForeign("POST", "same-site", "https://other.trove.example", HOST, true));
        assertTrue(Origin.isForeign("DELETE", null, "https://evil.example", HOST, false));
    }

    @Test
    void an_origin_that_hides_itself_is_foreign() {
        assertTrue(Origin.isForeign("POST", null, "null", HOST, true));
        assertTrue(Origin.isForeign("POST", null, "https://trove.example:9443:x/ y", HOST, true));
    }

    @Test
    void our_own_pages_are_not_foreign() {
        assertFalse(Origin.isForeign("POST", "same-origin", "https://trove.example:9443", HOST, true));
        assertFalse(Origin.isForeign("POST", null, "https://TROVE.example:9443", HOST, true));
    }

    @Test
    void a_program_with_its_own_credentials_is_not_foreign() {
        assertFalse(Origin.isForeign("POST", null, null, HOST, false));
    }

    @Test
    void a_session_without_any_sign_of_where_it_came_from_is_foreign() {
        assertTrue(Origin.isForeign("POST", null, null, HOST, true));
    }
}
