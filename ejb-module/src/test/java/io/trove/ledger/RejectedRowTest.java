package io.trove.ledger;

import static io.trove.ledger.TestLedger.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A row that no column takes, in a batch with others. */
@ParameterizedClass
@EnumSource(Database.class)
@Tag("database")
class RejectedRowTest {

    private static final Table EVENT_KEY =
            new Table("event_key", Column.text("name"), Column.text("value"), Column.number("position"));

    @Parameter
    private Database kind;

    private FreshDatabase database;

    @BeforeEach
    void open() {
        database = FreshDatabase.of(kind);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void it_fails_alone() {
        TestLedger ledger = TestLedger.in(database.source(), Bounds.defaults(), RejectedRowTest::contribute);
        List<Outcome> outcomes = ledger.together(
                request("k", "{\"type\":\"good\"}"),
                request("l", "{\"type\":\"too.long\"}"),
                request("m", "{\"type\":\"good\"}"));

        assertEquals(List.of(1L, 2L), List.of(position(outcomes.get(0)), position(outcomes.get(2))));
        assertInstanceOf(
                SQLException.class,
                ((Outcome.Refused) outcomes.get(1)).refusal().getCause());
        assertEquals(3, ledger.onAnotherServer().size());
    }

    private static void contribute(Appending batch) {
        batch.events().stream()
                .filter(event -> event.event().type().equals("too.long"))
                .forEach(event -> batch.contribute(EVENT_KEY.row("n".repeat(101), "1", event.position())));
    }

    private static long position(Outcome outcome) {
        return ((Outcome.Granted) outcome).positions()[0];
    }
}
