package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.trove.event.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything at once, out and in: what is written of a ledger to somebody, and what they are told when they bring it back. */
final class CopyWays {

    private final Somebody who;
    private final String job;

    /** Begins a job that exports what they see. */
    CopyWays(Somebody who) {
        this.who = who;
        this.job = who.ways().begin("{\"job\": \"export\"}");
    }

    void check() {
        exports();
        imports();
    }

    private void exports() {
        var expected = new ArrayList<>(who.sees());
        String written = who.ways().written(job);
        assertEquals(expected, numbers(written), who.about());
        Collections.reverse(expected);
        String lines = who.ways().console("/export?form=ndjson");
        assertEquals(expected, numbers(lines), who.about());
        List<String> table = who.ways()
                .console("/export?form=csv&columns=id&columns=payload")
                .lines()
                .skip(1)
                .toList();
        assertEquals(
                expected,
                table.stream()
                        .map(row -> Integer.parseInt(row.replaceFirst("^.*,x([0-9]+)$", "$1")))
                        .toList(),
                who.about());
        boolean isTold = !who.isMasked() && !expected.isEmpty();
        for (String text : List.of(written, lines, String.join("\n", table))) {
            assertEquals(isTold, text.contains("secret"), who.about());
        }
    }

    /** Once is a promise to whoever sends: what is there is there, seen or not, and nothing more is told of it. */
    private void imports() {
        Json whole = who.ways()
                .imported(who.events().stream()
                        .map(event -> event.json().replace('\n', ' '))
                        .collect(Collectors.joining("\n")));
        assertEquals(who.events().size(), Ways.count(whole, "alreadyThere"), whole + who.about());
        assertEquals(0, Ways.count(whole, "appended") + Ways.count(whole, "refused"), whole + who.about());
        Set<String> refusals = who
                .ways()
                .refused(who.events().stream()
                        .map(event -> "{\"type\": \"other\", \"id\": {\"id\": \"" + event.id() + "\"}}")
                        .collect(Collectors.joining("\n")))
                .stream()
                .map(refusal -> refusal.replaceAll("x[0-9]+", "it").replaceAll("\"line\":[0-9]+", "line"))
                .collect(Collectors.toSet());
        assertEquals(1, refusals.size(), refusals + who.about());
        assertFalse(refusals.toString().contains("thing"), refusals + who.about());
    }

    private static List<Integer> numbers(String lines) {
        return lines.lines()
                .filter(line -> line.contains("\"type\":\"thing."))
                .map(Ways::line)
                .map(event -> Ways.number(event, "/id/id"))
                .toList();
    }
}
