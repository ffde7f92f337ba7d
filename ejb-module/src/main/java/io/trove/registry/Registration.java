package io.trove.registry;

import io.trove.event.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is registered as a version of a schema. Its content (the schema, what to index, the examples, the lift and
 * how events fold) never changes; its status, its compatibility and its description are beside it.
 */
public record Registration(
        Json schema,
        List<String> indexBy,
        List<Json> examples,
        Optional<Json> lift,
        FoldRule fold,
        Status status,
        Optional<String> compatibility,
        Optional<String> description) {

    /** The most bytes of a schema. */
    public static final int SCHEMA_BYTES_MAX = 256 << 10;

    private static final int EXAMPLES_MAX = 100;
    private static final int INDEXED_MAX = 64;
    private static final int INDEX_NAME_LENGTH_MAX = 100;
    static final int DESCRIPTION_LENGTH_MAX = 2_000;

    static final Set<String> MODES = Set.of(
            "NONE", "BACKWARD", "FORWARD", "FULL", "BACKWARD_TRANSITIVE", "FORWARD_TRANSITIVE", "FULL_TRANSITIVE");

    private static final Set<String> MEMBERS = Set.of(
            "schema",
            "indexBy",
            "examples",
            "lift",
            "fold",
            "merge",
            "status",
            "compatibility",
            "description",
            "id",
            "version");

    /** A registration as a request says it; {@link SchemaInvalid} when it is none. */
    public static Registration of(Json body) {
        if (!body.isObject()) {
            throw new SchemaInvalid("The body is not an object; send {\"schema\": …}");
        }
        body.members().keySet().stream()
                .filter(name -> !MEMBERS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new SchemaInvalid("The body has a member \"%s\"; known are %s"
                            .formatted(
                                    name,
                                    String.join(", ", MEMBERS.stream().sorted().toList())));
                });
        Json schema = body.member("schema")
                .orElseThrow(() -> new SchemaInvalid("The body has no member \"schema\": the JSON Schema itself"));
        return new Registration(
                bounded(schema),
                indexBy(body),
                examples(body),
                body.member("lift").filter(lift -> !lift.isNull()),
                FoldRule.of(body),
                body.member("status").map(Registration::status).orElse(Status.ENABLED),
                body.member("compatibility").map(Registration::mode),
                body.member("description").map(Registration::description));
    }

    /** A registration of a bare JSON Schema. */
    public static Registration ofSchema(Json schema) {
        return of(Json.object(Map.of("schema", schema)));
    }

    boolean hasContentOf(Registration other) {
        return schema.equals(other.schema)
                && indexBy.equals(other.indexBy)
                && examples.equals(other.examples)
                && lift.equals(other.lift)
                && fold.equals(other.fold);
    }

    Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("schema", schema);
        if (!indexBy.isEmpty()) {
            members.put("indexBy", indexBy);
        }
        if (!examples.isEmpty()) {
            members.put("examples", examples);
        }
        lift.ifPresent(given -> members.put("lift", given));
        members.putAll(fold.members());
        members.put("status", status.text());
        compatibility.ifPresent(mode -> members.put("compatibility", mode));
        description.ifPresent(text -> members.put("description", text));
        return members;
    }

    private static Json bounded(Json schema) {
        int bytes = schema.canonical().length;
        if (bytes > SCHEMA_BYTES_MAX) {
            throw new SchemaInvalid("The schema has %d bytes, and at most %d are taken; split it with $ref"
                    .formatted(bytes, SCHEMA_BYTES_MAX));
        }
        return schema;
    }

    private static List<String> indexBy(Json body) {
        Json names = body.member("indexBy").orElse(Json.array(List.of()));
        List<String> read =
                names.items().stream().flatMap(name -> name.text().stream()).toList();
        if (!names.isArray()
                || read.size() != names.items().size()
                || read.size() > INDEXED_MAX
                || read.stream().anyMatch(name -> name.isEmpty() || name.length() > INDEX_NAME_LENGTH_MAX)) {
            throw new SchemaInvalid("\"indexBy\" is %s; wanted is an array of at most %d names of payload properties"
                    .formatted(names, INDEXED_MAX));
        }
        return read.stream().distinct().toList();
    }

    private static List<Json> examples(Json body) {
        Json examples = body.member("examples").orElse(Json.array(List.of()));
        if (!examples.isArray() || examples.items().size() > EXAMPLES_MAX) {
            throw new SchemaInvalid("\"examples\" is not an array of at most %d payloads".formatted(EXAMPLES_MAX));
        }
        return examples.items();
    }

    static Status status(Json text) {
        return text.text()
                .flatMap(Status::of)
                .orElseThrow(() -> new SchemaInvalid(
                        "\"status\" is %s; wanted is draft, enabled, deprecated or disabled".formatted(text)));
    }

    static String mode(Json text) {
        return text.text()
                .filter(MODES::contains)
                .orElseThrow(() -> new SchemaInvalid("\"compatibility\" is %s; wanted is one of %s"
                        .formatted(
                                text, String.join(", ", MODES.stream().sorted().toList()))));
    }

    static String description(Json text) {
        return text.text()
                .filter(given -> given.length() <= DESCRIPTION_LENGTH_MAX)
                .orElseThrow(() -> new SchemaInvalid(
                        "\"description\" is not a text of at most %d characters".formatted(DESCRIPTION_LENGTH_MAX)));
    }
}
