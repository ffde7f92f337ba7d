package io.trove.console;

import io.trove.event.Json;
import java.util.List;
import java.util.Map;

/** What a version means to an earlier one, as a page tells it. */
public record VerdictView(String backward, String backwardTone, String forward, String forwardTone, List<Line> lines) {

    /** One difference; {@code example} is empty when none was found. */
    public record Line(String pointer, String tone, String standing, String direction, String why, String example) {}

    static VerdictView of(Map<String, Object> members) {
        var differences = ((List<?>) members.get("differences"))
                .stream().map(each -> (Map<?, ?>) each).toList();
        boolean all = !members.containsKey("left");
        boolean backward = all && differences.stream().noneMatch(each -> breaks(each, "backward"));
        boolean forward = all && differences.stream().noneMatch(each -> breaks(each, "forward"));
        return new VerdictView(
                backward
                        ? "What the earlier version accepted, this one accepts"
                        : "This version refuses what the earlier one accepted",
                backward ? "good" : "bad",
                forward
                        ? "What this version accepts, the earlier one accepts"
                        : "The earlier version refuses what this one accepts",
                forward ? "good" : "bad",
                differences.stream().map(VerdictView::line).toList());
    }

    private static boolean breaks(Map<?, ?> difference, String direction) {
        return difference.get("direction").equals(direction)
                && !difference.get("standing").equals("harmless");
    }

    private static Line line(Map<?, ?> difference) {
        var standing = difference.get("standing").toString();
        return new Line(
                difference.get("pointer").toString().isEmpty()
                        ? "the whole"
                        : difference.get("pointer").toString(),
                switch (standing) {
                    case "harmless" -> "good";
                    case "breaking" -> "bad";
                    default -> "weak";
                },
                standing,
                difference.get("direction").toString(),
                difference.get("why").toString(),
                difference.get("counterExample") instanceof Json example ? Pretty.of(example) : "");
    }
}
