package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.event.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** What things are and were to somebody: each answer is what folding the events that they see by hand gives. */
final class EntityWays {

    private static final int ENTITIES = 5;

    private final Somebody who;
    private final RandomGenerator random;

    EntityWays(Somebody who, RandomGenerator random) {
        this.who = who;
        this.random = random;
    }

    /** As soon as lists are of the whole ledger of this size. */
    void check(long size) {
        Set<String> known = new TreeSet<>();
        who.seen(event -> true).forEach(event -> known.add(event.entity()));
        assertEquals(known, who.ways().entities(size, ""), who.about());
        int least = random.nextInt(who.events().size());
        Set<String> found = known.stream()
                .filter(entity -> number(of(entity)).orElse(-1) >= least)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(found, who.ways().entities(size, "&where.n[gte]=" + least), who.about());
        for (int i = 0; i < ENTITIES; i++) {
            now("e" + i);
            then("e" + i);
        }
    }

    private void now(String entity) {
        List<AnyEvent> own = of(entity);
        String path = "/entities/thing/" + entity;
        expect(path, own);
        for (String way : List.of("/history", "/audit", "/timeline")) {
            assertEquals(own.isEmpty() ? 404 : 200, who.ways().ask(path + way).statusCode(), way + who.about());
        }
        assertEquals(positions(own), who.ways().positions(path + "/events?order=asc&limit=100"), who.about());
        if (!own.isEmpty()) {
            assertEquals(positions(own), who.ways().positions(path + "/history?limit=100"), who.about());
            for (String way : List.of("/audit", "/timeline")) {
                assertEquals(positions(own), who.ways().positions(path + way + "?limit=100"), way + who.about());
            }
        }
    }

    private void then(String entity) {
        int from = 1 + random.nextInt(who.events().size());
        int to = 1 + random.nextInt(who.events().size());
        String path = "/entities/thing/" + entity;
        List<AnyEvent> before = until(from, entity);
        List<AnyEvent> after = until(to, entity);
        expect(path + "?at=p" + from, before);
        var difference = who.ways().ask(path + "/diff?from=p" + from + "&to=p" + to);
        assertEquals(before.isEmpty() || after.isEmpty() ? 404 : 200, difference.statusCode(), who.about());
        if (difference.statusCode() == 200) {
            assertEquals(
                    number(before).equals(number(after)),
                    Ways.json(difference)
                            .member("changes")
                            .orElseThrow()
                            .items()
                            .isEmpty(),
                    difference.body() + who.about());
        }
    }

    private void expect(String path, List<AnyEvent> own) {
        var answer = who.ways().ask(path);
        assertEquals(own.isEmpty() ? 404 : 200, answer.statusCode(), path + who.about());
        if (!own.isEmpty()) {
            assertEquals(state(own), Ways.json(answer).member("state").filter(Json::isObject), path + who.about());
        }
    }

    private Optional<Json> state(List<AnyEvent> own) {
        OptionalInt number = number(own);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Json.object(
                who.isMasked() ? Map.of("n", number.getAsInt()) : Map.of("n", number.getAsInt(), "note", "secret")));
    }

    /** What the newest event that changes the thing says of it. */
    private static OptionalInt number(List<AnyEvent> own) {
        return own.stream()
                .filter(event -> event.type().equals(AnyEvent.CHANGING))
                .mapToInt(AnyEvent::number)
                .max();
    }

    private List<AnyEvent> of(String entity) {
        return who.seen(isOf(entity));
    }

    private List<AnyEvent> until(int position, String entity) {
        return who.seen(isOf(entity).and(event -> event.position() <= position));
    }

    private static Predicate<AnyEvent> isOf(String entity) {
        return event -> event.entity().equals(entity);
    }

    private static List<Integer> positions(List<AnyEvent> events) {
        return events.stream().map(AnyEvent::position).toList();
    }
}
