package io.trove.jsonschema;

import io.trove.event.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Advice on event types and their schemas; none of it refuses anything. */
public final class Linter {
    static final int WARNINGS_MAX = 50;
    static final int PROPERTIES_COARSE = 25;

    /** Not {@code updated}, which is what changing an entity appends, with what changed. */
    private static final Set<String> VAGUE = Set.of(
            "update",
            "change",
            "changed",
            "modify",
            "modified",
            "edit",
            "edited",
            "save",
            "saved",
            "set",
            "process",
            "processed",
            "event",
            "data",
            "crud",
            "misc",
            "other");

    private static final Pattern NUMBERED = Pattern.compile(".*[-_ ]?\\d+");
    private static final Pattern SEVERAL_WORDS = Pattern.compile(".+[-_ ].+|.*\\p{Ll}\\p{Lu}.*");
    private static final int STATE_AT = 2;
    private static final String TYPE = "/type";

    private final List<Warning> warnings = new ArrayList<>();

    private Linter() {}

    /**
     * What an event type's name does not say, or says in a way that does not last. That it has no domain is told where a
     * schema is registered for it: those that use such names use them for everything.
     */
    public static List<Warning> ofType(String eventType) {
        Linter linter = new Linter();
        linter.name(eventType);
        return List.copyOf(linter.warnings);
    }

    /** What is to be said of a schema that is registered for an event type, with its examples. */
    public static List<Warning> ofSchema(String eventType, Json schema, List<Json> examples) {
        Linter linter = new Linter();
        linter.name(eventType);
        linter.domain(eventType);
        linter.size(eventType, schema);
        new UntypedSchemas(linter::add).look(schema, "");
        if (examples.isEmpty()
                && !schema.member("properties").orElse(Json.nul()).members().isEmpty()) {
            linter.add(
                    "no-examples",
                    "",
                    "there is no example; give one that shows every property,"
                            + " it is what readers and the lifts to this version are checked with");
        } else if (!examples.isEmpty()) {
            new UnshownProperties(linter::add).look(schema, "", examples);
        }
        return List.copyOf(linter.warnings);
    }

    /**
     * What is to be said of an event in a dialect.
     *
     * @param versioned the event names a schema's version
     * @param registered a schema is registered under its type
     */
    public static List<Warning> ofEvent(String dialect, boolean versioned, boolean registered) {
        if (!dialect.equals("common") || versioned || !registered) {
            return List.of();
        }
        return List.of(new Warning(
                "unversioned-details",
                "/details",
                "details without a schema's version, although one is registered under this type: they are taken for the"
                        + " latest version, whichever that is by then; name the version in _trove.schema"));
    }

    private void name(String eventType) {
        String[] parts = eventType.split("\\.", -1);
        String last = parts[parts.length - 1];
        if (VAGUE.contains(last.toLowerCase(Locale.ROOT))) {
            add(
                    "vague-name",
                    TYPE,
                    "\"" + last + "\" says that something happened, not what; name the fact, such as"
                            + " address-corrected or price-raised, one type for each");
        }
        if (NUMBERED.matcher(last).matches()) {
            add(
                    "numbered-name",
                    TYPE,
                    "\"" + last + "\" ends in a number; versions belong to the schema, and"
                            + " different facts need different names");
        }
        if (parts.length > STATE_AT && SEVERAL_WORDS.matcher(parts[STATE_AT]).matches()) {
            add(
                    "state-of-several-words",
                    TYPE,
                    "the state \"" + parts[STATE_AT] + "\" needs more than one word; it is"
                            + " rather an event of its own, or a property of the payload");
        }
    }

    private void domain(String eventType) {
        if (eventType.indexOf('.') < 0) {
            add(
                    "no-domain",
                    TYPE,
                    "\"" + eventType + "\" has no dot; name what it happened to first, such as"
                            + " document.uploaded, for that is the entity's type by default");
        }
    }

    private void size(String eventType, Json schema) {
        var properties = schema.member("properties").orElse(Json.nul()).members();
        if (properties.size() == 1) {
            add(
                    "too-fine",
                    "/properties",
                    "one property only: an event for each field makes readers put facts together"
                            + " again; say what happened with all that belongs to it");
        }
        String entity = eventType.split("\\.", -1)[0];
        Json whole = properties.getOrDefault(entity, Json.nul());
        boolean isEntity = whole.member("$ref").isPresent()
                || whole.member("properties").isPresent()
                || whole.member("type").equals(java.util.Optional.of(Json.of("object")));
        if (isEntity) {
            add(
                    "too-coarse",
                    "/properties/" + entity,
                    "the whole " + entity + " in an event about it: readers cannot"
                            + " tell what changed; keep what this event changed");
        } else if (properties.size() > PROPERTIES_COARSE) {
            add(
                    "too-coarse",
                    "/properties",
                    properties.size() + " properties look like the whole entity; keep what this" + " event changed");
        }
    }

    private void add(String rule, String pointer, String advice) {
        if (warnings.size() < WARNINGS_MAX) {
            warnings.add(new Warning(rule, pointer, advice));
        }
    }
}
