package io.trove.start;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.trove.refusal.CannotStart;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:derby:/data/derby;create=true", "jdbc:postgresql://db/trove"})
    void two_kinds_are_known(String url) {
        assertDoesNotThrow(() -> DatabaseUrl.known(url));
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:other://localhost/trove?password=secret, jdbc:other:",
        "postgresql://db/trove, a TROVE_DB_URL without a kind",
        "'', a TROVE_DB_URL without a kind"
    })
    void of_another_no_more_than_its_kind_is_named(String url, String named) {
        var refused = assertThrows(CannotStart.class, () -> DatabaseUrl.known(url));
        assertEquals(
                "No database is known under " + named
                        + "; set TROVE_DB_URL to an address that begins with jdbc:postgresql: or jdbc:derby:.",
                refused.getMessage());
    }
}
