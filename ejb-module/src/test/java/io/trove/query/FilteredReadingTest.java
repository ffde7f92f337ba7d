package io.trove.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.access.Sight;
import io.trove.access.TestSight;
import io.trove.event.Json;
import io.trove.filter.Extent;
import io.trove.filter.Filter;
import io.trove.filter.Tables;
import io.trove.ledger.Bounds;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.TestLedger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
@Tag("database")
class FilteredReadingTest {

    private static final int EVENTS = 700;
    private static final int FILTERS = 120;

    @Parameter
    private Database kind;

    private FreshDatabase database;
    private TestLedger ledger;
    private Sight everything;

    @BeforeEach
    void aLedger() {
        database = FreshDatabase.of(kind);
        ledger = TestLedger.in(database.source(), Bounds.defaults(), TestIndexing.contributor());
        everything = TestSight.everything(ledger.ledger());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void every_filter_finds_what_looking_at_every_event_finds_in_either_order_and_page_by_page() throws Exception {
        long seed = new Random().nextLong();
        var any = new AnyEvents(seed);
        appendAll(any.events(EVENTS));
        try (Connection connection = database.source().getConnection()) {
            Tables tables = kind.tables(connection, ledger.ledger().id());
            List<Found> all = pages(tables, everything, Filter.all(), Order.ASC, 100, Reading.SCANNED_MAX);
            assertEquals(EVENTS + 1, all.size());
            var documents =
                    all.stream().map(found -> Json.parse(found.document())).toList();
            var random = new Random(seed);
            for (int i = 0; i < FILTERS; i++) {
                Map<String, List<String>> parameters = any.filter(all.size());
                String which = "seed " + seed + ", filter " + parameters;
                Filter filter = Filter.of(parameters, Set.of());
                var expected = new ArrayList<Long>();
                for (int position = 0; position < documents.size(); position++) {
                    boolean isMeant = NaiveFilter.matches(parameters, position, documents.get(position));
                    assertEquals(isMeant, filter.matches(position, documents.get(position)), which);
                    if (isMeant) {
                        expected.add((long) position);
                    }
                }
                int limit = 1 + random.nextInt(60);
                int scannedMax = random.nextBoolean() ? Reading.SCANNED_MAX : 300;
                assertEquals(
                        expected, positions(pages(tables, everything, filter, Order.ASC, limit, scannedMax)), which);
                Collections.reverse(expected);
                assertEquals(
                        expected, positions(pages(tables, everything, filter, Order.DESC, limit, scannedMax)), which);
            }
        }
    }

    @Test
    void every_narrowed_sight_finds_what_looking_at_every_event_finds_before_limit_and_page() throws Exception {
        long seed = new Random().nextLong();
        var any = new AnyEvents(seed);
        appendAll(any.events(EVENTS));
        try (Connection connection = database.source().getConnection()) {
            Tables tables = kind.tables(connection, ledger.ledger().id());
            var documents = pages(tables, everything, Filter.all(), Order.ASC, 100, Reading.SCANNED_MAX).stream()
                    .map(found -> Json.parse(found.document()))
                    .toList();
            var random = new Random(seed);
            for (int i = 0; i < FILTERS; i++) {
                var seen = some(any, random.nextInt(4));
                var unseen = some(any, random.nextInt(2));
                var parameters = random.nextInt(4) == 0 ? Map.<String, List<String>>of() : any.filter(EVENTS);
                String which = "seed %d, seen %s, unseen %s, filter %s".formatted(seed, seen, unseen, parameters);
                Sight sight = TestSight.of(ledger.ledger(), new Extent(filters(seen), filters(unseen)));
                Filter filter = Filter.of(parameters, Set.of());
                var expected = new ArrayList<Long>();
                for (int position = 0; position < documents.size(); position++) {
                    if (means(seen, position, documents)
                            && !means(unseen, position, documents)
                            && NaiveFilter.matches(parameters, position, documents.get(position))) {
                        expected.add((long) position);
                    }
                }
                int limit = 1 + random.nextInt(60);
                int scannedMax = random.nextBoolean() ? Reading.SCANNED_MAX : 300;
                assertEquals(expected, positions(pages(tables, sight, filter, Order.ASC, limit, scannedMax)), which);
                Collections.reverse(expected);
                assertEquals(expected, positions(pages(tables, sight, filter, Order.DESC, limit, scannedMax)), which);
                var asked = IntStream.range(0, 100)
                        .mapToObj(each -> random.nextLong(documents.size()))
                        .toList();
                assertEquals(
                        asked.stream()
                                .filter(position -> means(seen, position.intValue(), documents)
                                        && !means(unseen, position.intValue(), documents))
                                .collect(Collectors.toSet()),
                        Visible.among(
                                tables,
                                sight,
                                asked.stream().distinct().sorted().toList()),
                        which);
            }
        }
    }

    private static List<Map<String, List<String>>> some(AnyEvents any, int count) {
        return IntStream.range(0, count).mapToObj(each -> any.filter(EVENTS)).toList();
    }

    private static List<Filter> filters(List<Map<String, List<String>>> parameters) {
        return parameters.stream().map(each -> Filter.of(each, Set.of())).toList();
    }

    private static boolean means(List<Map<String, List<String>>> any, int position, List<Json> documents) {
        return any.stream().anyMatch(each -> NaiveFilter.matches(each, position, documents.get(position)));
    }

    private void appendAll(List<String> events) {
        for (int i = 0; i < events.size(); i += 100) {
            ledger.append(TestLedger.request(null, events.subList(i, i + 100).toArray(String[]::new)));
        }
    }

    private List<Found> pages(Tables tables, Sight sight, Filter filter, Order order, int limit, int scannedMax)
            throws SQLException {
        long ceiling = ledger.size();
        var found = new ArrayList<Found>();
        long from = order == Order.DESC ? ceiling : -1;
        while (true) {
            Stretch page = Reading.read(tables, sight, filter, order, from, ceiling, Amount.page(limit), scannedMax);
            assertTrue(page.items().size() <= limit);
            found.addAll(page.items());
            if (page.ended()) {
                return found;
            }
            assertTrue(
                    order == Order.DESC ? page.decided() < from : page.decided() > from,
                    "a page goes on: " + filter + " of " + sight.version());
            from = page.decided();
        }
    }

    private static List<Long> positions(List<Found> found) {
        return found.stream().map(Found::position).toList();
    }
}
