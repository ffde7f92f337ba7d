package io.trove.api;

import io.trove.event.Json;
import io.trove.query.Found;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The newest events of a ledger, read once for all who follow it; bounded in events and bytes. */
final class Tail {

    private static final int EVENTS_MAX = 512;
    private static final long BYTES_MAX = 4L << 20;

    private final ArrayDeque<Line> lines = new ArrayDeque<>();
    private long bytes;

    /** An event and, for filters and dialects, what it says; parsed when first asked. */
    static final class Line {

        private final Found event;
        private Json document;

        Line(Found event) {
            this.event = event;
        }

        Found event() {
            return event;
        }

        synchronized Json document() {
            if (document == null) {
                document = Json.kept(event.document());
            }
            return document;
        }
    }

    /** The events behind a position, in order, when all of them are here. */
    synchronized Optional<List<Line>> after(long position, int most) {
        if (lines.isEmpty() || position < lines.getFirst().event().position() - 1) {
            return Optional.empty();
        }
        var found = new ArrayList<Line>();
        for (Line line : lines) {
            if (line.event().position() > position && found.size() < most) {
                found.add(line);
            }
        }
        return Optional.of(found);
    }

    /** Takes what was read behind a position; what does not join what is here replaces it. */
    synchronized void take(List<Line> newer) {
        for (Line line : newer) {
            long expected = lines.isEmpty()
                    ? line.event().position()
                    : lines.getLast().event().position() + 1;
            if (line.event().position() > expected) {
                lines.clear();
                bytes = 0;
            }
            if (line.event().position() >= expected) {
                lines.addLast(line);
                bytes += line.event().document().length;
            }
        }
        while (lines.size() > EVENTS_MAX || (bytes > BYTES_MAX && lines.size() > 1)) {
            bytes -= lines.removeFirst().event().document().length;
        }
    }
}
