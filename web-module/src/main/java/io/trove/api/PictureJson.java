package io.trove.api;

import io.trove.links.Picture;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a part of the graph as JSON: as Trove says it, and as the JSON Graph Format does. */
final class PictureJson {
    private PictureJson() {}

    static byte[] own(Shown shown) {
        var members = new LinkedHashMap<String, Object>();
        members.put("nodes", shown.nodes().stream().map(PictureJson::node).toList());
        members.put(
                "edges", shown.picture().edges().stream().map(PictureJson::edge).toList());
        members.putAll(about(shown));
        return JsonText.of(members);
    }

    private static Map<String, Object> node(Picture.Stop stop) {
        var members =
                new LinkedHashMap<String, Object>(EventLink.members(stop.node().id()));
        members.putAll(facts(stop));
        return members;
    }

    private static Map<String, Object> facts(Picture.Stop stop) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", stop.node().type());
        members.put("position", stop.node().position());
        members.put("distance", stop.distance());
        if (stop.distances().size() > 1) {
            members.put("distances", stop.distances());
        }
        return members;
    }

    private static Map<String, Object> edge(Picture.Line edge) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", edge.type());
        members.put("source", EventLink.members(edge.source()));
        members.put("target", EventLink.members(edge.target()));
        return members;
    }

    /** As of when it is, and where it ends: nothing of the latter when it is all there is. */
    static Map<String, Object> about(Shown shown) {
        var members = new LinkedHashMap<String, Object>();
        members.put("at", shown.asOf());
        if (!shown.bounds().isEmpty()) {
            members.put("bounds", shown.bounds());
            members.put(
                    "open",
                    shown.picture().open().stream().map(EventLink::members).toList());
        }
        return members;
    }

    static byte[] jsonGraph(Shown shown) {
        var nodes = new LinkedHashMap<String, Object>();
        shown.nodes().forEach(stop -> {
            var node = new LinkedHashMap<String, Object>();
            node.put("label", stop.node().id().id());
            var metadata = new LinkedHashMap<String, Object>();
            metadata.put("version", stop.node().id().version());
            metadata.putAll(facts(stop));
            node.put("metadata", metadata);
            nodes.put(Shown.key(stop.node().id()), node);
        });
        var graph = new LinkedHashMap<String, Object>();
        graph.put("directed", true);
        graph.put("metadata", about(shown));
        graph.put("nodes", nodes);
        graph.put(
                "edges",
                shown.picture().edges().stream()
                        .map(edge -> {
                            var members = new LinkedHashMap<String, Object>();
                            members.put("source", Shown.key(edge.source()));
                            members.put("target", Shown.key(edge.target()));
                            members.put("relation", edge.type());
                            return members;
                        })
                        .toList());
        return JsonText.of(Map.of("graph", graph));
    }
}
