package io.trove.api;

import java.nio.charset.StandardCharsets;

/** Writes a part of the graph as a Mermaid flowchart. */
final class Mermaid {
    private static final String PLAIN = " .-_:/,";

    private Mermaid() {}

    static byte[] write(Shown shown) {
        var text = new StringBuilder("flowchart BT\n");
        shown.ending().ifPresent(ending -> {
            text.append("  more([\"");
            escape(text, ending);
            text.append("\"])\n");
        });
        var number = 0;
        for (var stop : shown.nodes()) {
            text.append("  n").append(number).append("[\"");
            escape(text, Shown.name(stop.node().id()));
            text.append("<br/>");
            escape(text, stop.node().type());
            text.append("\"]\n");
            if (shown.isOpen(stop)) {
                text.append("  style n").append(number).append(" stroke-dasharray:4\n");
            }
            number++;
        }
        for (var line : shown.lines()) {
            text.append("  n").append(line.source()).append(" -->|\"");
            escape(text, line.type());
            text.append("\"| n").append(line.target()).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Whatever could mean something, to Mermaid or to the page it draws in, is said by its number. */
    private static void escape(StringBuilder text, String label) {
        label.codePoints().forEach(point -> {
            if (Character.isLetterOrDigit(point) || PLAIN.indexOf(point) >= 0) {
                text.appendCodePoint(point);
            } else {
                text.append('#').append(point).append(';');
            }
        });
    }
}
