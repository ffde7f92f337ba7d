package io.trove.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.ledger.LedgerName;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressTest {

    private final Address home = Address.of("home", Optional.of(new LedgerName("acme", "production")));

    @Test
    void the_ledger_comes_first_and_reads_as_it_is_called() {
        assertEquals("/console/home?ledger=acme/production", home.toString());
        assertEquals(
                "/console/home?ledger=acme/production&after=3",
                home.with("after", 3).toString());
    }

    @Test
    void what_a_parameter_says_cannot_say_another() {
        assertEquals(
                "/console/home?ledger=acme/production&q=a%26ledger%3Dother%2B%22%20%23",
                home.with("q", "a&ledger=other+\" #").toString());
    }

    @Test
    void what_is_empty_is_not_said() {
        assertEquals(home.toString(), home.with("q", "x").with("q", "").toString());
    }
}
