package io.trove.links;

import io.trove.event.EventId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A random graph with circles, diamonds and versions, of which some edges come late, wait or are taken away: in a ledger, and
 * in the naive way beside it.
 */
final class AnyGraph {

    private static final List<String> TYPES = List.of("parent", "child", "reference", "x");
    private static final int REQUEST = 12;

    private final Random random;
    private final TestLinks links;
    private final NaiveGraph naive = new NaiveGraph();
    private final Map<String, Integer> newest = new HashMap<>();
    private final Map<EventId, Long> positions = new HashMap<>();
    private final List<Unbound> unbound = new ArrayList<>();
    private final List<String[]> made = new ArrayList<>();
    private int named;

    /** An edge whose ends are names. */
    private record Unbound(long position, EventId source, String type, EventId target, boolean removes) {}

    private AnyGraph(long seed, TestLinks links) {
        this.random = new Random(seed);
        this.links = links;
    }

    /** Appends so many requests; what was said is bound in the naive graph at the end. */
    static AnyGraph in(TestLinks links, long seed, int requests) {
        var graph = new AnyGraph(seed, links);
        for (int i = 0; i < requests; i++) {
            graph.request();
        }
        graph.bind();
        return graph;
    }

    NaiveGraph naive() {
        return naive;
    }

    /** The positions of its events. */
    List<Long> positions() {
        return positions.values().stream().sorted().toList();
    }

    private void request() {
        long first = links.ledger().size();
        var events = new ArrayList<String>();
        var saying = new ArrayList<Runnable>();
        for (int i = 0; i < REQUEST; i++) {
            long position = first + i;
            int kind = random.nextInt(10);
            if (kind < 7 || named < REQUEST) {
                events.add(event(position, saying));
            } else if (kind < 9 || made.isEmpty()) {
                events.add(linked(position, name(named), type(), name(named), saying));
            } else {
                events.add(unlinked(position, made.get(random.nextInt(made.size())), saying));
            }
        }
        links.append(events.toArray(String[]::new));
        saying.forEach(Runnable::run);
    }

    private String event(long position, List<Runnable> saying) {
        boolean again = named > 0 && random.nextInt(5) == 0;
        String name = again ? name(named) : "n" + named++;
        int version = newest.merge(name, 1, Integer::sum);
        var self = new EventId(name, version);
        positions.put(self, position);
        if (version > 1) {
            unbound.add(new Unbound(position, self, "supersedes", new EventId(name, version - 1), false));
        }
        String[] said = new String[random.nextInt(4)];
        for (int i = 0; i < said.length; i++) {
            String type = type();
            String target = name(named + 4);
            said[i] = type + ">" + target;
            saying.add(() -> say(position, self, type, bound(target), false));
        }
        return TestLinks.event(name, version, said);
    }

    private String linked(long position, String source, String type, String target, List<Runnable> saying) {
        made.add(new String[] {source, type, target});
        saying.add(() -> say(position, bound(source), type, bound(target), false));
        return TestLinks.linked("linked", source, type, target);
    }

    private String unlinked(long position, String[] edge, List<Runnable> saying) {
        saying.add(() -> say(position, bound(edge[0]), edge[1], bound(edge[2]), true));
        return TestLinks.linked("unlinked", edge[0], edge[1], edge[2]);
    }

    /** The newest there is when the request is in the ledger, or the first, should there be none. */
    private EventId bound(String name) {
        return new EventId(name, newest.getOrDefault(name, 1));
    }

    private void say(long position, EventId source, String type, EventId target, boolean removes) {
        unbound.add(
                type.equals("child")
                        ? new Unbound(position, /* source= */ target, "parent", /* target= */ source, removes)
                        : new Unbound(position, source, type, target, removes));
    }

    private void bind() {
        for (Unbound each : unbound) {
            Long source = positions.get(each.source());
            Long target = positions.get(each.target());
            if (source != null && target != null && each.removes()) {
                naive.removed(each.position(), source, each.type(), target);
            } else if (source != null && target != null) {
                naive.said(each.position(), source, each.type(), target);
            }
        }
    }

    private String name(int below) {
        return "n" + random.nextInt(below);
    }

    private String type() {
        return TYPES.get(random.nextInt(TYPES.size()));
    }

    /** Any walk in it. */
    Question question() {
        Scope.Direction[] directions = Scope.Direction.values();
        List<String> types = random.nextBoolean() ? List.of() : List.of(type(), type());
        long before = random.nextInt(3) > 0
                ? links.ledger().size()
                : 2 + random.nextLong(links.ledger().size() - 1);
        List<Long> starts =
                positions().stream().filter(position -> position < before).toList();
        return new Question(
                starts.get(random.nextInt(starts.size())),
                Scope.of(directions[random.nextInt(directions.length)], java.util.Set.copyOf(types)),
                random.nextBoolean() ? 32 : 1 + random.nextInt(4),
                random.nextInt(3) > 0 ? 10_000 : 1 + random.nextInt(20),
                before);
    }
}
