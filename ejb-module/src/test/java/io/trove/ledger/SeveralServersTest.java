package io.trove.ledger;

import static io.trove.ledger.TestLedger.draft;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a server must not believe because it remembers it, when others write too. */
@Tag("database")
class SeveralServersTest {

    private static final String PAID = "{\"type\":\"account.paid\",\"entity\":{\"type\":\"account\",\"id\":\"a1\"}}";

    private FreshDatabase database;
    private TestLedger ledger;
    private TestLedger other;

    @BeforeEach
    void aLedgerOnTwoServers() {
        database = FreshDatabase.of(Database.POSTGRESQL);
        ledger = TestLedger.in(database.source());
        other = ledger.onAnotherServer();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nobody_is_refused_for_a_version_that_another_server_has_moved() {
        ledger.append(PAID);
        other.append(PAID);
        assertEquals(3, append(ledger, Expected.version("account", "a1", 2)));
        other.append(PAID);
        var conflict = assertThrows(VersionConflict.class, () -> append(ledger, Expected.version("account", "a1", 3)));
        assertEquals(4L, conflict.facts().get("actual"));
    }

    private static long append(TestLedger server, Expected expected) {
        return server.append(Append.of(draft(PAID)).expecting(List.of(expected)))
                .get(0)
                .entityVersion()
                .orElseThrow();
    }
}
