package io.trove.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.access.TestSight;
import io.trove.filter.Conditions;
import io.trove.filter.Extent;
import io.trove.filter.Filter;
import io.trove.filter.Tables;
import io.trove.ledger.Bounds;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.TestLedger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How much is looked at, which is what a page costs; {@code ReadBenchmark} has the times. */
@ParameterizedClass
@EnumSource(Database.class)
@Tag("database")
class BoundedReadingTest {

    private static final int EVENTS = 12_000;
    private static final int LIMIT = 50;

    @Parameter
    private Database kind;

    private FreshDatabase database;
    private TestLedger ledger;

    @BeforeEach
    void a_ledger_of_common_and_rare_events() {
        database = FreshDatabase.of(kind);
        ledger = TestLedger.in(database.source(), Bounds.defaults(), TestIndexing.contributor());
        for (int i = 0; i < EVENTS; i += 1_000) {
            ledger.append(TestLedger.request(
                    null,
                    IntStream.range(i, i + 1_000)
                            .mapToObj(BoundedReadingTest::event)
                            .toArray(String[]::new)));
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_page_by_an_index_looks_at_little_more_than_it_finds() throws Exception {
        for (String filter : List.of(
                "type=session.touched",
                "type=rare.happened",
                "type=never.happened",
                "type=session.*",
                "entityId=t7",
                "entityType=thing&entityId=t7",
                "actorId=u7",
                "index.shard=3",
                "index.only=17",
                "type=session.touched&index.only=18",
                "type=session.touched&entityId=t8",
                "")) {
            for (Order order : Order.values()) {
                Stretch page = page(filter, order, LIMIT);
                assertTrue(page.items().size() == LIMIT || page.ended(), filter);
                assertTrue(page.scanned() <= 2_000, filter + " " + order + " looked at " + page.scanned());
            }
        }
    }

    @Test
    void what_no_index_knows_is_searched_in_bounded_stretches_and_found_by_going_on() throws Exception {
        for (String filter : List.of("payload.n=3", "producer=nobody", "entityType=thing&payload.n=3")) {
            Stretch newest = page(filter, Order.DESC, LIMIT);
            assertFalse(newest.ended(), filter);
            assertEquals(0, newest.items().size(), filter);
            assertEquals(Reading.SCANNED_MAX, newest.scanned(), filter);
            Stretch next = page(filter, Order.DESC, LIMIT, newest.decided());
            assertTrue(next.ended(), filter);
            assertEquals(filter.contains("payload") ? 1 : 0, next.items().size(), filter);
        }
    }

    @Test
    void a_page_ends_before_it_is_too_large() throws Exception {
        String large = "{\"type\":\"large.sent\",\"payload\":\"%s\"}".formatted("x".repeat(900_000));
        for (int i = 0; i < 25; i++) {
            ledger.append(large);
        }
        Stretch page = page("type=large.sent", Order.ASC, 1_000);
        assertEquals(Amount.PAGE_BYTES_MAX / 900_000 + 1, page.items().size());
        assertFalse(page.ended());
    }

    @Test
    void behind_small_events_large_ones_are_not_read_all_at_once() throws Exception {
        String large = "{\"type\":\"large.behind\",\"payload\":\"%s\"}".formatted("x".repeat(900_000));
        for (int i = 0; i < 20; i++) {
            ledger.append(large);
        }
        List<Long> positions =
                LongStream.range(ledger.size() - 60, ledger.size()).boxed().toList();
        try (Connection connection = database.source().getConnection()) {
            Tables tables = kind.tables(connection, ledger.ledger().id());
            var events = new Events(tables);
            List<Events.Row> rows = events.at(positions, Conditions.of(Extent.all()));
            assertEquals(positions, rows.stream().map(Events.Row::position).toList());
            long together = rows.stream()
                    .flatMap(row -> row.event().stream())
                    .mapToLong(event -> event.document().length)
                    .sum();
            assertTrue(together < 6_000_000, together + " bytes at once");
            for (Events.Row row : rows) {
                Found event = events.event(row);
                assertEquals(row.position(), event.position());
                assertTrue(event.document().length > 100);
                assertEquals(32, event.digest().length);
            }
        }
        String all = "type=large.behind";
        Stretch first = page(all, Order.ASC, 1_000);
        assertEquals(5, first.items().size());
        Stretch next = page(all, Order.ASC, 1_000, first.decided());
        assertEquals(first.items().get(4).position() + 1, next.items().get(0).position());
    }

    private static String event(int n) {
        String type = n == EVENTS / 2 ? "rare.happened" : n % 2 == 0 ? "session.touched" : "session.kind" + n % 20;
        return """
                {"type": "%s", "entity": {"type": "thing", "id": "t%d"}, "actor": {"type": "user", "id": "u%d"},
                 "payload": {"n": %d}, "indexBy": {"shard": %d, "only": %d}}""".formatted(type, n % 50, n % 200, n, n % 10, n);
    }

    private Stretch page(String filter, Order order, int limit) throws SQLException {
        return page(filter, order, limit, order == Order.DESC ? Long.MAX_VALUE : -1);
    }

    private Stretch page(String filter, Order order, int limit, long from) throws SQLException {
        Map<String, List<String>> parameters = new TreeMap<>();
        for (String term : filter.isEmpty() ? new String[0] : filter.split("&", -1)) {
            parameters.put(term.substring(0, term.indexOf('=')), List.of(term.substring(term.indexOf('=') + 1)));
        }
        try (Connection connection = database.source().getConnection()) {
            Tables tables = kind.tables(connection, ledger.ledger().id());
            return Reading.read(
                    tables,
                    TestSight.everything(ledger.ledger()),
                    Filter.of(parameters, Set.of()),
                    order,
                    from,
                    ledger.size(),
                    Amount.page(limit));
        }
    }
}
