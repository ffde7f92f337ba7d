package io.trove.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.EventId;
import io.trove.event.Json;
import io.trove.links.Node;
import io.trove.links.Picture;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFormTest {

    private static final Pattern DOT_LABEL = Pattern.compile("\\[label=\"((?:[^\"\\\\]|\\\\.)*)\"(?:, style=dashed)?]");
    private static final Pattern MERMAID_LINE = Pattern.compile(
            "flowchart BT|  more\\(\\[\"[\\p{L}\\p{N} .\\-_:/,#;]*\"]\\)|  style n\\d+ stroke-dasharray:4|  n\\d+\\[\"[\\p{L}\\p{N} .\\-_:/,#;]*<br/>[\\p{L}\\p{N} .\\-_:/,#;]*\"]|  n\\d+ -->\\|\"[\\p{L}\\p{N} .\\-_:/,#;]*\"\\| n\\d+");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "\"]; evil [label=\"",
                "</data></node><node id=\"n9\">",
                "]]> & &lt; <!--",
                "\\\" \\N \\l \\",
                "%%{init: {}}%% end --> n0",
                "| pipe #quot; `code` ;",
                "n1[\"x\"]\u2028n2",
                "ümläut 漢字 😀",
                "a/1",
                "\uFFFE\uFFFF"
            })
    void whatever_a_name_holds_it_stays_one_name(String name) throws Exception {
        var shown = shown(name);

        var own = Json.parse(PictureForm.JSON.write(shown));
        assertEquals(name, text(own, "/nodes/1/id"));
        assertEquals(name, text(own, "/edges/0/type"));

        var graph =
                Json.parse(PictureForm.JSON_GRAPH.write(shown)).member("graph").orElseThrow();
        var target = text(graph, "/edges/0/target");
        assertEquals(
                name,
                graph.member("nodes")
                        .orElseThrow()
                        .member(target)
                        .flatMap(node -> node.member("label"))
                        .flatMap(Json::text)
                        .orElseThrow());

        var nodes = xml(PictureForm.GRAPHML.write(shown));
        assertEquals(List.of("start", name.replaceAll("[\\uFFFE\\uFFFF]", "\uFFFD")), nodes);

        assertEquals(
                List.of("start\ntype", name + "\n" + name, name),
                labels(new String(PictureForm.DOT.write(shown), StandardCharsets.UTF_8)));

        for (var line : new String(PictureForm.MERMAID.write(shown), StandardCharsets.UTF_8).split("\n", -1)) {
            assertTrue(line.isEmpty() || MERMAID_LINE.matcher(line).matches(), line);
        }
    }

    @Test
    void a_bound_is_named_with_where_to_go_on() {
        var own = Json.parse(PictureForm.JSON.write(shown("a")));

        assertEquals("{\"depth\":3}", own.member("bounds").orElseThrow().toString());
        assertEquals("a", text(own, "/open/0/id"));
        assertEquals(41, own.member("at").orElseThrow().integer().orElseThrow());
        assertTrue(
                text(PictureForm.GRAPHML, shown("a"))
                        .contains(
                                "<data key=\"about\">{\"at\":41,\"bounds\":{\"depth\":3},\"open\":[{\"id\":\"a\",\"version\":1}]}</data>"));
        var dot = text(PictureForm.DOT, shown("a"));
        assertTrue(dot.contains("  label=\"This is not all (depth 3); go on from a\";"), dot);
        assertTrue(dot.contains("n1 [label=\"a\\na\", style=dashed];"), dot);
        var mermaid = text(PictureForm.MERMAID, shown("a"));
        assertTrue(mermaid.contains("  more([\"This is not all #40;depth 3#41;#59; go on from a\"])"), mermaid);
        assertTrue(mermaid.contains("  style n1 stroke-dasharray:4"), mermaid);
    }

    @Test
    void of_many_events_to_go_on_from_the_first_are_named_to_people() {
        var open = IntStream.rangeClosed(1, 100)
                .mapToObj(version -> new EventId("e", version))
                .toList();
        var shown = new Shown(
                new Picture(List.of(), List.of(), Set.of(), open, 42), new TreeMap<>(Map.of("depth", 3, "limit", 7)));
        assertEquals(
                "This is not all (depth 3, limit 7); go on from e, e v2, e v3, e v4, e v5, e v6, e v7, e v8, e v9, e v10"
                        + " and 90 more",
                shown.ending().orElseThrow());
    }

    @Test
    void without_a_bound_nothing_is_said_of_one() {
        var whole = new Shown(new Picture(List.of(), List.of(), Set.of(), List.of(), 42), Map.of());
        assertEquals("{\"nodes\":[],\"edges\":[],\"at\":41}", text(PictureForm.JSON, whole));
        assertTrue(text(PictureForm.GRAPHML, whole).contains("<data key=\"about\">{\"at\":41}</data>"));
        assertEquals("digraph trove {\n  rankdir=BT;\n  node [shape=box];\n}\n", text(PictureForm.DOT, whole));
        assertEquals("flowchart BT\n", text(PictureForm.MERMAID, whole));
    }

    @Test
    void the_form_is_the_one_that_is_accepted_most() {
        assertEquals(PictureForm.JSON, PictureForm.of(null));
        assertEquals(PictureForm.JSON, PictureForm.of("*/*"));
        assertEquals(PictureForm.DOT, PictureForm.of("text/vnd.graphviz, application/json;q=0.5"));
        assertEquals(PictureForm.GRAPHML, PictureForm.of("application/graphml+xml"));
        assertThrows(NotWritten.class, () -> PictureForm.of("image/png"));
    }

    /** An edge of this type from one event to another with this id and of this type. */
    private static Shown shown(String name) {
        var start = new EventId("start", 1);
        var end = new EventId(name, 1);
        var nodes = List.of(
                new Picture.Stop(new Node(1, start, "type"), List.of(0)),
                new Picture.Stop(new Node(2, end, name), List.of(1)));
        var picture = new Picture(nodes, List.of(new Picture.Line(start, name, end)), Set.of(), List.of(end), 42);
        return new Shown(picture, Map.of("depth", 3));
    }

    private static String text(Json json, String pointer) {
        return json.at(pointer).flatMap(Json::text).orElseThrow();
    }

    private static String text(PictureForm form, Shown shown) {
        return new String(form.write(shown), StandardCharsets.UTF_8);
    }

    private static List<String> xml(byte[] graph) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var nodes = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(graph))
                .getElementsByTagName("node");
        var ids = new ArrayList<String>();
        for (var i = 0; i < nodes.getLength(); i++) {
            ids.add(nodes.item(i).getFirstChild().getTextContent());
        }
        return ids;
    }

    /** The labels as Graphviz reads them: escapes, then entities. */
    private static List<String> labels(String dot) {
        var labels = new ArrayList<String>();
        var matcher = DOT_LABEL.matcher(dot);
        while (matcher.find()) {
            var label = new StringBuilder();
            for (var i = 0; i < matcher.group(1).length(); i++) {
                var c = matcher.group(1).charAt(i);
                if (c == '\\') {
                    var escaped = matcher.group(1).charAt(++i);
                    label.append(escaped == 'n' ? '\n' : escaped);
                } else {
                    label.append(c);
                }
            }
            labels.add(label.toString().replace("&amp;", "&"));
        }
        return labels;
    }
}
