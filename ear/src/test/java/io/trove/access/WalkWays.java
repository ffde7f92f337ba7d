package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Walks as somebody makes them: each passes, hop by hop, what they see and nothing else. */
final class WalkWays {

    private final Somebody who;

    WalkWays(Somebody who) {
        this.who = who;
    }

    /** From an event that is seen. */
    void from(AnyEvent start, AnyEvent other) {
        Set<Integer> linked = new TreeSet<>(start.links());
        linked.retainAll(who.sees());
        assertEquals(linked, who.ways().linked(start.id()), who.about());
        Set<Integer> before = reached(start, AnyEvent::links).keySet();
        Set<Integer> after = reached(start, this::linking).keySet();
        assertEquals(before, walked(start, "graph", "&direction=out"), who.about());
        assertEquals(before, walked(start, "ancestors", ""), who.about());
        assertEquals(after, walked(start, "graph", "&direction=in"), who.about());
        assertEquals(after, walked(start, "descendants", ""), who.about());
        assertEquals(roots(before), walked(start, "roots", ""), who.about());
        assertEquals(until(other, after), walked(start, "descendants", "&at=" + then(start, other)), who.about());
        path(start, other);
        common(start, other);
    }

    private Set<Integer> walked(AnyEvent start, String way, String question) {
        return who.ways().nodes("/events/" + start.id() + "/" + way + "?depth=32&limit=1000" + question);
    }

    /** As of a moment at which the start is there. */
    private static int then(AnyEvent start, AnyEvent other) {
        return Math.max(start.position(), other.position());
    }

    /** What links there is linked by what came before: as of a moment nothing is missing but what came after it. */
    private static Set<Integer> until(AnyEvent other, Set<Integer> after) {
        int start = after.stream().mapToInt(Integer::intValue).min().orElseThrow();
        return after.stream()
                .filter(number -> number <= Math.max(start, other.number()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<Integer> roots(Set<Integer> reached) {
        return reached.stream()
                .filter(number -> who.events().get(number).links().stream().noneMatch(who.sees()::contains))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void path(AnyEvent start, AnyEvent other) {
        HttpResponse<String> answer = who.ways().ask("/graph/path?depth=32&from=" + start.id() + "&to=" + other.id());
        assertEquals(who.sees(other) ? 200 : 404, answer.statusCode(), who.about());
        if (who.sees(other)) {
            List<Integer> way = Ways.json(answer).member("nodes").orElseThrow().items().stream()
                    .map(node -> Ways.number(node, "/id"))
                    .toList();
            Integer steps = reached(start, AnyEvent::links).get(other.number());
            assertEquals(steps == null ? 0 : steps + 1, way.size(), way + who.about());
            for (int i = 1; i < way.size(); i++) {
                assertTrue(who.sees().contains(way.get(i)), way + who.about());
                assertTrue(who.events().get(way.get(i - 1)).links().contains(way.get(i)), way + who.about());
            }
        }
    }

    private void common(AnyEvent one, AnyEvent other) {
        String path = "/graph/common-ancestors?depth=32&of=" + one.id() + "&and=" + other.id();
        if (!who.sees(other)) {
            assertEquals(404, who.ways().ask(path).statusCode(), who.about());
            return;
        }
        Set<Integer> both = new TreeSet<>(reached(one, AnyEvent::links).keySet());
        both.retainAll(reached(other, AnyEvent::links).keySet());
        assertEquals(both, who.ways().nodes(path), who.about());
    }

    private Set<Integer> linking(AnyEvent event) {
        return who.events().stream()
                .filter(each -> each.links().contains(event.number()))
                .map(AnyEvent::number)
                .collect(Collectors.toSet());
    }

    /** What is reached over events that are seen, and in how many steps. */
    private Map<Integer, Integer> reached(AnyEvent start, Function<AnyEvent, Set<Integer>> next) {
        Map<Integer, Integer> steps = new LinkedHashMap<>(Map.of(start.number(), 0));
        var open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            AnyEvent from = open.poll();
            for (int target : next.apply(from)) {
                if (who.sees().contains(target) && !steps.containsKey(target)) {
                    steps.put(target, steps.get(from.number()) + 1);
                    open.add(who.events().get(target));
                }
            }
        }
        return steps;
    }
}
