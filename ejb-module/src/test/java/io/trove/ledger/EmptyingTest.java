package io.trove.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("database")
class EmptyingTest {

    private static final String EVENT =
            "{\"type\": \"a\", \"entity\": {\"type\": \"thing\", \"id\": \"1\"}, \"indexBy\": {\"k\": \"v\"}}";

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_hidden_ledger_is_none_for_every_server_and_nothing_can_be_written_to_it(Database kind) {
        try (FreshDatabase database = FreshDatabase.of(kind)) {
            TestLedger ledger = TestLedger.in(database.source());
            TestLedger elsewhere = ledger.onAnotherServer();
            ledger.append(EVENT);
            elsewhere.size();
            var emptying = new Emptying(database.source());
            assertTrue(emptying.isAble(ledger.ledger()));

            emptying.hide(ledger.ledger(), 7);
            emptying.hide(ledger.ledger(), 8);

            assertThrows(LedgerUnknown.class, () -> ledger.append(EVENT));
            assertThrows(LedgerUnknown.class, () -> elsewhere.append(EVENT));
            assertThrows(LedgerUnknown.class, () -> ledger.onAnotherServer().size());
            try (Rows mapped = Rows.of(database)) {
                long id = ledger.ledger().id().value();
                assertNull(mapped.entities().find(LedgerRow.class, id));
                LedgerLeftoverRow left = mapped.entities().find(LedgerLeftoverRow.class, id);
                assertEquals(ledger.ledger(), left.ledger());
                assertEquals(7, left.removedAtMicros());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void rows_go_few_at_a_time_in_whatever_table_they_are_and_no_other_ledgers(Database kind) {
        try (FreshDatabase database = FreshDatabase.of(kind)) {
            TestLedger stays = TestLedger.in(database.source());
            TestLedger goes = TestLedger.in(database.source());
            for (TestLedger each : new TestLedger[] {stays, goes}) {
                String[] many = IntStream.range(0, 900).mapToObj(i -> EVENT).toArray(String[]::new);
                each.append(TestLedger.request("first", many));
                each.append(TestLedger.request("second", many));
            }
            Map<String, Long> before = rows(database, stays.ledger());
            Map<String, Long> all = rows(database, goes.ledger());
            assertEquals(1_801, all.get("event"));
            var emptying = new Emptying(database.source());
            emptying.hide(goes.ledger(), 7);

            long first = emptying.empty(
                    goes.ledger().id(),
                    () -> rows(database, goes.ledger()).get("event")
                            == all.get("event").longValue());
            assertEquals(
                    all.get("event") - Emptying.AT_ONCE,
                    rows(database, goes.ledger()).get("event"),
                    "interrupted behind the first events");
            long second = emptying.empty(goes.ledger().id(), () -> true);
            assertEquals(0, emptying.empty(goes.ledger().id(), () -> true));

            assertEquals(
                    all.values().stream().mapToLong(Long::longValue).sum() - 2,
                    first + second,
                    "the directory's row and the head went before");
            assertEquals(Map.of(), rows(database, goes.ledger()));
            assertEquals(before, rows(database, stays.ledger()));
            stays.append(EVENT);
            emptying.forget(goes.ledger().id());
            try (Rows mapped = Rows.of(database)) {
                assertNull(mapped.entities()
                        .find(LedgerLeftoverRow.class, goes.ledger().id().value()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void the_number_of_a_removed_ledger_is_never_used_again(Database kind) {
        try (FreshDatabase database = FreshDatabase.of(kind)) {
            TestLedger system = TestLedger.in(database.source());
            TestLedger goes = TestLedger.in(database.source());
            system.append(TestLedger.request(null, EVENT).with(Removing.row(goes.ledger())));
            new Emptying(database.source()).hide(goes.ledger(), 7);

            TestLedger next = TestLedger.in(database.source());
            assertEquals(goes.ledger().id().value() + 1, next.ledger().id().value());
            try (Rows mapped = Rows.of(database)) {
                var key = new LedgerRemovalRow.Of(
                        system.ledger().id().value(), goes.ledger().uid());
                assertTrue(mapped.entities().find(LedgerRemovalRow.class, key).says(goes.ledger()));
                assertFalse(mapped.entities().find(LedgerRemovalRow.class, key).says(next.ledger()));
                assertEquals(
                        1,
                        mapped.entities()
                                .createNamedQuery("LedgerRemovalRow.named", LedgerRemovalRow.class)
                                .setParameter(
                                        "organization", goes.ledger().name().organization())
                                .setParameter(
                                        "environment", goes.ledger().name().environment())
                                .getResultList()
                                .size());
                assertEquals(
                        0,
                        mapped.entities()
                                .createNamedQuery("LedgerRow.removed", LedgerRow.class)
                                .getResultList()
                                .size());
            }
        }
    }

    /** How many rows of a ledger each table has that has any. */
    private static Map<String, Long> rows(FreshDatabase database, Ledger ledger) {
        var counts = new TreeMap<String, Long>();
        try (Connection connection = database.source().getConnection()) {
            for (String table : Emptying.tables(connection)) {
                try (PreparedStatement select =
                        connection.prepareStatement("SELECT COUNT(*) FROM " + table + " WHERE ledger_id = ?")) {
                    select.setLong(1, ledger.id().value());
                    try (ResultSet row = select.executeQuery()) {
                        row.next();
                        if (row.getLong(1) > 0) {
                            counts.put(table, row.getLong(1));
                        }
                    }
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return counts;
    }
}
