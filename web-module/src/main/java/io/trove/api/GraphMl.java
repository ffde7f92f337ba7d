package io.trove.api;

import io.trove.links.Picture;
import java.nio.charset.StandardCharsets;

/** Writes a part of the graph as GraphML. Its names are numbers, because XML takes few characters for names. */
final class GraphMl {
    private static final String HEADER = """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
              <key id="id" for="node" attr.name="id" attr.type="string"/>
              <key id="version" for="node" attr.name="version" attr.type="int"/>
              <key id="type" for="node" attr.name="type" attr.type="string"/>
              <key id="position" for="node" attr.name="position" attr.type="long"/>
              <key id="distance" for="node" attr.name="distance" attr.type="int"/>
              <key id="relation" for="edge" attr.name="relation" attr.type="string"/>
              <key id="about" for="graph" attr.name="about" attr.type="string"/>
              <graph edgedefault="directed">
            """;
    private static final int REPLACEMENT = 0xFFFD;

    private GraphMl() {}

    static byte[] write(Shown shown) {
        var text = new StringBuilder(HEADER);
        text.append("    ");
        data(text, "about", new String(JsonText.of(PictureJson.about(shown)), StandardCharsets.UTF_8));
        text.append('\n');
        var number = 0;
        for (var stop : shown.nodes()) {
            node(text, number++, stop);
        }
        for (var line : shown.lines()) {
            text.append("    <edge source=\"n").append(line.source());
            text.append("\" target=\"n").append(line.target()).append("\">");
            data(text, "relation", line.type());
            text.append("</edge>\n");
        }
        return text.append("  </graph>\n</graphml>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void node(StringBuilder text, int number, Picture.Stop stop) {
        text.append("    <node id=\"n").append(number).append("\">");
        data(text, "id", stop.node().id().id());
        data(text, "version", Integer.toString(stop.node().id().version()));
        data(text, "type", stop.node().type());
        data(text, "position", Long.toString(stop.node().position()));
        data(text, "distance", Integer.toString(stop.distance()));
        text.append("</node>\n");
    }

    private static void data(StringBuilder text, String key, String value) {
        text.append("<data key=\"").append(key).append("\">");
        value.codePoints().forEach(point -> character(text, point));
        text.append("</data>");
    }

    private static void character(StringBuilder text, int point) {
        switch (point) {
            case '<' -> text.append("&lt;");
            case '>' -> text.append("&gt;");
            case '&' -> text.append("&amp;");
            default -> text.appendCodePoint(isXml(point) ? point : REPLACEMENT);
        }
    }

    /** XML 1.0, production 2; a carriage return would come back as a line feed. */
    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
