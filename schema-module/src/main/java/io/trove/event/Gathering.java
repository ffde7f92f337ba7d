package io.trove.event;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The members of objects that are being read, in any order, those of an inner object behind those of the outer one; each object
 * is made once, in the order of RFC 8785.
 */
final class Gathering {
    private static final int FEW = 24;

    private String[] names = new String[FEW];
    private JsonNode[] values = new JsonNode[FEW];
    private int size;

    /** Where the members of the next object begin. */
    int begin() {
        return size;
    }

    void add(String name, JsonNode value) {
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        names[size] = name;
        values[size++] = value;
    }

    /** Brings the members from there on in order, and says which name is there twice. */
    Optional<String> sort(int from) {
        if (size - from > FEW) {
            return sortMany(from);
        }
        for (int i = from + 1; i < size; i++) {
            String name = names[i];
            JsonNode value = values[i];
            int at = i;
            for (; at > from && names[at - 1].compareTo(name) > 0; at--) {
                names[at] = names[at - 1];
                values[at] = values[at - 1];
            }
            names[at] = name;
            values[at] = value;
            if (at > from && names[at - 1].equals(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private Optional<String> sortMany(int from) {
        var sorted = new TreeMap<String, JsonNode>();
        for (int i = from; i < size; i++) {
            if (sorted.put(names[i], values[i]) != null) {
                return Optional.of(names[i]);
            }
        }
        int at = from;
        for (Map.Entry<String, JsonNode> member : sorted.entrySet()) {
            names[at] = member.getKey();
            values[at++] = member.getValue();
        }
        return Optional.empty();
    }

    /** The object of the members from there on, which are in order. */
    ObjectNode end(int from) {
        var members = new LinkedHashMap<String, JsonNode>((size - from) * 4 / 3 + 1);
        for (int i = from; i < size; i++) {
            members.put(names[i], values[i]);
        }
        size = from;
        return new ObjectNode(JsonNodeFactory.instance, members);
    }
}
