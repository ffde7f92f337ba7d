package io.trove.api;

import java.nio.charset.StandardCharsets;

/** Writes a part of the graph in the language of Graphviz. */
final class Dot {
    private Dot() {}

    static byte[] write(Shown shown) {
        var text = new StringBuilder("digraph trove {\n  rankdir=BT;\n  node [shape=box];\n");
        shown.ending().ifPresent(ending -> {
            text.append("  label=\"");
            escape(text, ending);
            text.append("\";\n");
        });
        var number = 0;
        for (var stop : shown.nodes()) {
            text.append("  n").append(number++).append(" [label=\"");
            escape(text, Shown.name(stop.node().id()));
            text.append("\\n");
            escape(text, stop.node().type());
            text.append(shown.isOpen(stop) ? "\", style=dashed];\n" : "\"];\n");
        }
        for (var line : shown.lines()) {
            text.append("  n")
                    .append(line.source())
                    .append(" -> n")
                    .append(line.target())
                    .append(" [label=\"");
            escape(text, line.type());
            text.append("\"];\n");
        }
        return text.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A label ends at a quote, knows escapes after a backslash, and entities after an ampersand. */
    private static void escape(StringBuilder text, String label) {
        for (var i = 0; i < label.length(); i++) {
            var c = label.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '&' -> text.append("&amp;");
                default -> text.append(c < ' ' ? ' ' : c);
            }
        }
    }
}
