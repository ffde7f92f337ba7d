package io.trove.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.access.Sight;
import io.trove.access.TestSight;
import io.trove.event.Json;
import io.trove.filter.Filter;
import io.trove.filter.Tables;
import io.trove.ledger.Bounds;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.TestLedger;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Random events, roles and principals: every way of reading answers what filtering the whole ledger in memory gives. */
@ParameterizedClass
@EnumSource(Database.class)
@Tag("database")
class SightPropertyTest {

    private static final int EVENTS = 300;
    private static final int SIGHTS = 40;
    private static final int VERSIONS = 5;
    private static final List<String> IDS = List.of("a", "b", "c");

    @Parameter
    private Database kind;

    private FreshDatabase database;
    private TestLedger ledger;
    private long seed;
    private AnyEvents events;
    private AnyRoles roles;
    private Random random;

    @BeforeEach
    void aLedger() {
        database = FreshDatabase.of(kind);
        ledger = TestLedger.in(
                database.source(), Bounds.defaults(), TestIndexing.contributor().andThen(TestSight.facts()));
        seed = new Random().nextLong();
        events = new AnyEvents(seed);
        roles = new AnyRoles(seed);
        random = new Random(seed);
        append(events.events(EVENTS));
        for (int version = 1; version <= VERSIONS; version++) {
            for (String id : IDS) {
                String any = events.events(1).get(0).substring(1);
                append(List.of("{\"id\":{\"id\":\"%s\",\"version\":%d},%s".formatted(id, version, any)));
            }
        }
        for (int i = 0; i < 40; i++) {
            append(List.of(roles.relation()));
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void each_read_equals_filtering_the_whole_ledger() throws SQLException {
        try (Connection connection = database.source().getConnection()) {
            Tables tables = kind.tables(connection, ledger.ledger().id());
            List<Found> all = pages(tables, TestSight.everything(ledger.ledger()), Filter.all(), Order.ASC);
            List<Json> documents =
                    all.stream().map(found -> Json.parse(found.document())).toList();
            for (int i = 0; i < SIGHTS; i++) {
                Json principal = roles.principal();
                List<Json> held = roles.roles();
                Sight sight = TestSight.of(kind, database, ledger, principal, held);
                var naive = new NaiveSight(principal, held, documents);
                String which = "seed %d, principal %s, roles %s".formatted(seed, principal, held);
                checkPages(tables, sight, naive, documents, which);
                checkStream(sight, naive, all, documents, which);
                checkNamed(tables, sight, naive, documents, which);
                checkOthers(tables, sight, naive, documents, which);
            }
        }
    }

    private void checkPages(Tables tables, Sight sight, NaiveSight naive, List<Json> documents, String which)
            throws SQLException {
        var parameters = random.nextBoolean() ? Map.<String, List<String>>of() : events.filter(documents.size());
        Filter filter = Filter.of(parameters, Set.of());
        List<String> expected = naive.positions(parameters).stream()
                .map(position -> shown(position, naive, documents))
                .collect(Collectors.toCollection(ArrayList::new));
        String asked = which + ", filter " + parameters;
        assertEquals(expected, texts(pages(tables, sight, filter, Order.ASC)), asked);
        Collections.reverse(expected);
        assertEquals(expected, texts(pages(tables, sight, filter, Order.DESC)), asked);
    }

    private void checkStream(Sight sight, NaiveSight naive, List<Found> all, List<Json> documents, String which) {
        var parameters = events.filter(documents.size());
        Filter filter = Filter.of(parameters, Set.of());
        List<String> seen = all.stream()
                .flatMap(event -> event.seen(sight, filter, documents.get((int) event.position())).stream())
                .map(SightPropertyTest::text)
                .toList();
        List<String> expected = naive.positions(parameters).stream()
                .map(position -> shown(position, naive, documents))
                .toList();
        assertEquals(expected, seen, which + ", filter " + parameters);
    }

    private void checkNamed(Tables tables, Sight sight, NaiveSight naive, List<Json> documents, String which)
            throws SQLException {
        var named = new Named(tables, sight, documents.size());
        for (String id : IDS) {
            List<String> versions = new ArrayList<>();
            for (int position = documents.size() - 1; position >= 0; position--) {
                Json document = documents.get(position);
                if (document.at("/id/id").equals(Optional.of(Json.of(id)))) {
                    Optional<String> shown =
                            naive.sees(document) ? Optional.of(shown(position, naive, documents)) : Optional.empty();
                    int version = (int) document.at("/id/version")
                            .map(Json::integer)
                            .orElseThrow()
                            .orElseThrow();
                    assertEquals(
                            shown, named.find(id, OptionalInt.of(version)).map(SightPropertyTest::text), which + id);
                    shown.ifPresent(versions::add);
                }
            }
            assertEquals(
                    versions.stream().findFirst(),
                    named.find(id, OptionalInt.empty()).map(SightPropertyTest::text),
                    which + id);
            assertEquals(versions, texts(versions(named, id)), which + id);
        }
    }

    private static List<Found> versions(Named named, String id) throws SQLException {
        var found = new ArrayList<Found>();
        Named.Versions page = named.versions(id, Long.MAX_VALUE, 2);
        found.addAll(page.items());
        while (page.next().isPresent()) {
            page = named.versions(id, page.next().getAsLong(), 2);
            found.addAll(page.items());
        }
        return found;
    }

    private void checkOthers(Tables tables, Sight sight, NaiveSight naive, List<Json> documents, String which)
            throws SQLException {
        List<Long> seen = naive.positions(Map.of());
        List<Long> whole = LongStream.range(0, documents.size()).boxed().toList();
        if (!sight.extent().isAll()) {
            assertEquals(Set.copyOf(seen), Visible.among(tables, sight, whole), which);
        }
        Statistics statistics =
                new Seen(tables, sight, documents.size()).statistics(System.currentTimeMillis() * 1_000);
        assertEquals(seen.size(), statistics.size(), which);
        assertEquals(types(seen, documents), statistics.byType(), which);
        checkBeats(tables, sight, seen, documents, which);
        for (String id : List.of("one", "two", "ü€😀", "none")) {
            Optional<String> first = seen.stream()
                    .map(position -> documents.get(position.intValue()))
                    .filter(document -> document.at("/entity/id").equals(Optional.of(Json.of(id))))
                    .findFirst()
                    .flatMap(document -> document.at("/entity/type"))
                    .flatMap(Json::text);
            assertEquals(first, Seen.entityType(tables, sight, id, documents.size()), which + id);
        }
    }

    private void checkBeats(Tables tables, Sight sight, List<Long> seen, List<Json> documents, String which)
            throws SQLException {
        long from = random.nextInt(documents.size());
        long begin = tables.recordedAt(from, documents.size()).orElseThrow();
        long end = tables.recordedAt(documents.size() - 1L, documents.size()).orElseThrow() + 1;
        var told = new TreeMap<String, Long>();
        new Seen(tables, sight, documents.size())
                .beats(from, documents.size(), begin, end, 1 + random.nextInt(9))
                .forEach(beat -> beat.byType().forEach((type, count) -> told.merge(type, count, Long::sum)));
        assertEquals(types(seen.stream().filter(position -> position >= from).toList(), documents), told, which);
    }

    private static Map<String, Long> types(List<Long> positions, List<Json> documents) {
        return positions.stream()
                .map(position -> documents
                        .get(position.intValue())
                        .at("/type")
                        .flatMap(Json::text)
                        .orElseThrow())
                .collect(Collectors.groupingBy(type -> type, Collectors.counting()));
    }

    private static String shown(long position, NaiveSight naive, List<Json> documents) {
        return position + ":" + naive.masked(documents.get((int) position), false);
    }

    private List<Found> pages(Tables tables, Sight sight, Filter filter, Order order) throws SQLException {
        long ceiling = ledger.size();
        int limit = 1 + random.nextInt(60);
        var found = new ArrayList<Found>();
        long from = order == Order.DESC ? ceiling : -1;
        while (true) {
            int scannedMax = random.nextBoolean() ? Reading.SCANNED_MAX : 300;
            Stretch page = Reading.read(tables, sight, filter, order, from, ceiling, Amount.page(limit), scannedMax);
            found.addAll(page.items());
            if (page.ended()) {
                return found;
            }
            from = page.decided();
        }
    }

    private static List<String> texts(List<Found> found) {
        return found.stream().map(SightPropertyTest::text).toList();
    }

    private static String text(Found found) {
        return found.position() + ":" + new String(found.document(), StandardCharsets.UTF_8);
    }

    private void append(List<String> requested) {
        for (int from = 0; from < requested.size(); from += 100) {
            List<String> some = requested.subList(from, Math.min(requested.size(), from + 100));
            ledger.append(TestLedger.request(null, some.toArray(String[]::new)));
        }
    }
}
