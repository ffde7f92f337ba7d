package io.trove.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.ledger.LedgerName;
import org.junit.jupiter.api.Test;

class PathsTest {

    @Test
    void an_id_is_one_segment_whatever_it_holds() {
        assertEquals(
                "/api/demo/development/events/a%2Fb%20c%2Bd%3Fe%23%C3%BC",
                Paths.event(new LedgerName("demo", "development"), "a/b c+d?e#ü"));
    }
}
