package io.trove.bench;

import io.trove.access.Sight;
import io.trove.access.TestSight;
import io.trove.event.Json;
import io.trove.ledger.Bounds;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.TestLedger;
import io.trove.query.TestIndexing;
import io.trove.query.TestReading;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What the newest page of 100 costs for callers who see one event in a thousand, by each kind of rule, against the page of one who
 * sees all: {@code SightBenchmark [events] [rounds]}. The caller is ada, one of a thousand teachers.
 */
public final class SightBenchmark {

    private static final String SEES = "{\"permissions\": [\"events.read\"], \"sees\":";
    private static final int EVENTS_DEFAULT = 1_000_000;
    private static final int ROUNDS_DEFAULT = 51;
    private static final int WARMING = 100;
    private static final int PAGE = 100;
    private static final int BATCH = 1_000;
    private static final int SEEN = 1_000;

    private static final String ADA = """
            {"name": "t7", "type": "user", "roles": [], "entity": {"type": "teacher", "id": "t7"},
             "attributes": {"group": "g7", "thing": "e7"}}""";

    private static final Map<String, String> RULES = rules();

    private final Database kind;
    private final FreshDatabase database;

    private SightBenchmark(Database kind, FreshDatabase database) {
        this.kind = kind;
        this.database = database;
    }

    public static void main(String[] arguments) throws Exception {
        int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : EVENTS_DEFAULT;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS_DEFAULT;
        for (Database kind : Database.values()) {
            if (arguments.length < 3 || kind.name().equalsIgnoreCase(arguments[2])) {
                try (FreshDatabase database = FreshDatabase.of(kind)) {
                    new SightBenchmark(kind, database).run(events, rounds);
                }
            }
        }
    }

    private static Map<String, String> rules() {
        var rules = new LinkedHashMap<String, String>();
        rules.put("an index key", SEES + " [{\"where\": [{\"field\": \"index.teacher\", \"eq\": \"principal.id\"}]}]}");
        rules.put(
                "an index key, of some types",
                SEES
                        + " [{\"types\": [\"session.*\"], \"where\": [{\"field\": \"index.teacher\", \"eq\": \"principal.id\"}]}]}");
        rules.put(
                "either of two index keys",
                SEES + " [{\"where\": [{\"field\": \"index.half\", \"eq\": \"principal.id\"}]},"
                        + " {\"where\": [{\"field\": \"index.group\", \"eq\": \"principal.attributes.group\"}]}]}");
        rules.put(
                "an index key among those of a relation",
                SEES + " [{\"where\": [{\"field\": \"index.student\", \"in\": \"principal.related.teaches\"}]}]}");
        rules.put(
                "the entity",
                SEES + " [{\"where\": [{\"field\": \"entity\", \"eq\": \"principal.attributes.thing\"}]}]}");
        rules.put(
                "an index key of the entity",
                SEES + " [{\"where\": [{\"field\": \"entity.guardian\", \"contains\": \"principal.id\"}]}]}");
        rules.put("the actor", SEES + " [{\"where\": [{\"field\": \"actor\", \"eq\": \"principal.id\"}]}]}");
        rules.put(
                "an index key, but never some, with a mask",
                SEES + " [{\"where\": [{\"field\": \"index.teacher\", \"eq\": \"principal.id\"}]}],"
                        + " \"never\": [{\"types\": [\"secret.*\"]}], \"masks\": [{\"hide\": [\"/payload/author\"]}]}");
        return rules;
    }

    private void run(int events, int rounds) throws Exception {
        TestLedger ledger = ledger(events);
        var sights = new LinkedHashMap<String, Sight>();
        sights.put("no rules", TestSight.everything(ledger.ledger()));
        for (String name : RULES.keySet()) {
            sights.put(name, TestSight.of(kind, database, ledger, json(ADA), List.of(json(RULES.get(name)))));
        }
        var times = new LinkedHashMap<String, List<Double>>();
        var reads = new LinkedHashMap<String, Integer>();
        try (Connection connection = database.source().getConnection()) {
            for (int round = -WARMING; round < rounds; round++) {
                for (var sight : sights.entrySet()) {
                    long begun = System.nanoTime();
                    int took = TestReading.whole(kind, connection, ledger, sight.getValue(), PAGE);
                    double millis = (System.nanoTime() - begun) / 1e6;
                    reads.put(sight.getKey(), took);
                    if (round >= 0) {
                        times.computeIfAbsent(sight.getKey(), name -> new ArrayList<>())
                                .add(millis);
                    }
                }
            }
        }
        print(events, times, reads);
    }

    private void print(int events, Map<String, List<Double>> times, Map<String, Integer> reads) {
        double all = Rounds.median(times.get("no rules"));
        System.out.printf(
                "%n%s: a page of %d out of %d, of which one in %d is seen%n%-45s %12s %7s %6s%n",
                kind, PAGE, events, SEEN, "", "milliseconds", "ratio", "reads");
        times.forEach((name, each) -> System.out.printf(
                "%-45s %12.2f %7.2f %6d%n", name, Rounds.median(each), Rounds.median(each) / all, reads.get(name)));
    }

    private TestLedger ledger(int events) {
        TestLedger ledger = TestLedger.in(
                database.source(), Bounds.defaults(), TestIndexing.contributor().andThen(TestSight.facts()));
        ledger.append(TestLedger.request(
                null,
                IntStream.range(0, SEEN).mapToObj(n -> """
                                {"type": "thing.given", "entity": {"type": "thing", "id": "e%d"}, "indexBy": {"guardian": "t%d"}}""".formatted(n, n)).toArray(String[]::new)));
        ledger.append(relation("s7"));
        ledger.append(relation("s1007"));
        for (int i = 0; i < events; i += BATCH) {
            int first = i;
            ledger.append(TestLedger.request(
                    null,
                    IntStream.range(first, first + BATCH)
                            .mapToObj(SightBenchmark::event)
                            .toArray(String[]::new)));
        }
        return ledger;
    }

    private static String relation(String student) {
        return """
                {"type": "entity.linked", "entity": {"type": "teacher", "id": "t7"},
                 "payload": {"type": "teaches", "target": {"type": "student", "id": "%s"}}}""".formatted(student);
    }

    private static String event(int n) {
        int who = n % SEEN;
        return """
                {"type": "session.kind%d", "entity": {"type": "thing", "id": "e%d"}, "actor": {"type": "user", "id": "t%d"},
                 "payload": {"n": %d, "title": "Annual Report", "author": "Jane Smith", "tags": ["finance", "2024"]},
                 "indexBy": {"teacher": "t%d", "half": "%s%d", "group": "%s%d", "student": "s%d"},
                 "metadata": {"ip": "192.168.1.1"}, "context": {"reason": "upload", "sessionId": "s-1"}}""".formatted(
                        n % 20,
                        who,
                        who,
                        n,
                        who,
                        n / SEEN % 2 == 0 ? "t" : "x",
                        who,
                        n / SEEN % 2 == 0 ? "y" : "g",
                        who,
                        n % (2 * SEEN));
    }

    private static Json json(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
