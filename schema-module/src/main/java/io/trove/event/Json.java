package io.trove.event;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.NullNode;

/** An immutable JSON value that has exactly one canonical form. */
public final class Json {
    private static final int DOCUMENT_BYTES = 512;
    private static final int VALUE_BYTES = 48;
    private static final long VALUE_WEIGHT = 8;

    private final JsonNode tree;

    Json(JsonNode tree) {
        this.tree = tree;
    }

    /** The value of these UTF-8 bytes; {@link Malformed} when they are not strict JSON or hold a number that RFC 8785 cannot carry. */
    public static Json parse(byte[] utf8) {
        return new Json(StrictParser.parse(utf8));
    }

    /** The same of bytes that are its canonical form already, in half the time; others are parsed as they are there. */
    public static Json kept(byte[] canonical) {
        return new Json(CanonicalParser.parse(canonical));
    }

    /** These members of an object whose canonical form these bytes are; the others are passed over. */
    public static Json membersOf(byte[] canonical, Set<String> names) {
        return new Json(CanonicalParser.membersOf(canonical, names));
    }

    /** Reads to the end and parses; {@link Malformed#tooLarge()} as soon as more than {@code bytesMax} came. */
    public static Json parse(InputStream utf8, long bytesMax) throws IOException {
        return parse(BoundedBytes.read(utf8, bytesMax));
    }

    /** An object of these members, each what {@link #array} takes; an empty Optional is left out. */
    public static Json object(Map<String, ?> members) {
        return new Json(JsonBuilding.object(members));
    }

    /** An array of these items: Json, text, number, boolean, null, Map, List, or an Optional of one. */
    public static Json array(List<?> items) {
        return new Json(JsonBuilding.array(items));
    }

    public static Json of(String text) {
        return new Json(JsonBuilding.text(text));
    }

    /** IllegalArgumentException when RFC 8785 cannot carry it. */
    public static Json of(long number) {
        return new Json(JsonBuilding.number(number));
    }

    /** IllegalArgumentException when it is not finite. */
    public static Json of(double number) {
        return new Json(JsonBuilding.number(number));
    }

    public static Json of(boolean value) {
        return new Json(BooleanNode.valueOf(value));
    }

    public static Json nul() {
        return new Json(NullNode.getInstance());
    }

    public boolean isObject() {
        return tree.isObject();
    }

    public boolean isArray() {
        return tree.isArray();
    }

    public boolean isText() {
        return tree.isString();
    }

    public boolean isNumber() {
        return tree.isNumber();
    }

    public boolean isBoolean() {
        return tree.isBoolean();
    }

    public boolean isNull() {
        return tree.isNull();
    }

    /** The member of this name, also when it is null; none for a value that is not an object. */
    public Optional<Json> member(String name) {
        return Optional.ofNullable(tree.get(name)).map(Json::new);
    }

    /** The members of an object in canonical order; none for any other value. */
    public Map<String, Json> members() {
        Map<String, Json> members = new LinkedHashMap<>();
        tree.properties().forEach(member -> members.put(member.getKey(), new Json(member.getValue())));
        return Collections.unmodifiableMap(members);
    }

    /** An object with the members of both, those of the other in place of its own; what is no object has none. */
    public Json merged(Json other) {
        return new Json(JsonBuilding.merged(tree, other.tree));
    }

    /** This object with this member, instead of one of its name if there is one. */
    public Json with(String name, Json value) {
        return new Json(JsonBuilding.with(tree, name, value.tree));
    }

    /** An object without the member of this name; what has none is itself. */
    public Json without(String name) {
        return tree.get(name) == null ? this : new Json(JsonBuilding.without(tree, name));
    }

    /** How many members or items it has. */
    public int size() {
        return tree.size();
    }

    /** About what it takes of memory: one for each character of its names and texts, and eight for each value. */
    public long weight() {
        return weight(tree);
    }

    private static long weight(JsonNode node) {
        long weight = VALUE_WEIGHT + (node.isString() ? node.stringValue().length() : 0);
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            weight += member.getKey().length() + weight(member.getValue());
        }
        if (node.isArray()) {
            for (JsonNode item : node) {
                weight += weight(item);
            }
        }
        return weight;
    }

    /** The items of an array; none for any other value. */
    public List<Json> items() {
        if (!tree.isArray()) {
            return List.of();
        }
        List<Json> items = new ArrayList<>(tree.size());
        tree.forEach(item -> items.add(new Json(item)));
        return Collections.unmodifiableList(items);
    }

    public Optional<String> text() {
        return tree.isString() ? Optional.of(tree.stringValue()) : Optional.empty();
    }

    /** The number, when it is whole and fits. */
    public OptionalLong integer() {
        return tree instanceof LongNode ? OptionalLong.of(tree.longValue()) : OptionalLong.empty();
    }

    /** The value at a JSON Pointer; IllegalArgumentException when that is none. */
    public Optional<Json> at(String jsonPointer) {
        JsonNode found = tree.at(JsonPointer.compile(jsonPointer));
        return found.isMissingNode() ? Optional.empty() : Optional.of(new Json(found));
    }

    /** RFC 8785, as UTF-8. */
    public byte[] canonical() {
        Jcs jcs = new Jcs(tree.isContainer() ? DOCUMENT_BYTES : VALUE_BYTES);
        jcs.value(tree);
        return jcs.toBytes();
    }

    /** The tree itself, for schema-module alone, where it is only read. */
    public JsonNode tree() {
        return tree;
    }

    /** Equal values are those with the same canonical form. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Json json && tree.equals(json.tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }

    /** The canonical form as text. */
    @Override
    public String toString() {
        return new String(canonical(), StandardCharsets.UTF_8);
    }
}
