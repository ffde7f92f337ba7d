package io.trove.jsonschema;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.ValidationLimitExceededException;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.path.PathType;
import io.trove.event.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.JsonNodeException;

/** A compiled JSON Schema (2020-12 where it does not say, 2019-09 or draft-07): an immutable value. */
public final class JsonSchema {

    static final int STEPS_MAX = 1_000_000;
    static final int DEPTH_MAX = 400;

    /** The most violations that one value is told of. */
    public static final int VIOLATIONS_MAX = 1_000;

    private static final List<String> IDENTIFIERS =
            List.of("$id", "id", "$ref", "$dynamicRef", "$recursiveRef", "$schema");

    private final Json document;
    private final Schema schema;
    private final boolean formats;
    private final long bytes;

    private JsonSchema(Json document, Schema schema, boolean formats, Footprint footprint) {
        this.document = document;
        this.schema = schema;
        this.bytes = footprint.bytes();
        this.formats = formats;
    }

    /** The schema that this document is; {@link SchemaRefused} when it is none, or refers to what is not there. */
    public static JsonSchema of(Json document, References references) {
        return of(document, references, true);
    }

    /** The same, asserting formats or only annotating them, which the specification has and Trove has not. */
    static JsonSchema of(Json document, References references, boolean formats) {
        if (!document.isObject() && !document.isBoolean()) {
            throw new SchemaRefused("A schema is an object or a boolean; got " + Wording.kind(document.tree()));
        }
        requireNoFiles(document.tree());
        Optional<Dialect> dialect = dialect(document, references);
        dialect.ifPresent(known -> requireConforming(document, known));
        try {
            var footprint = new Footprint();
            return Budget.spend(() ->
                    new JsonSchema(document, compile(document, references, dialect, footprint), formats, footprint));
        } catch (TooCostly e) {
            throw new SchemaRefused("The schema cannot be used: " + e.getMessage(), e);
        }
    }

    /** The places where the value does not conform, the first {@value #VIOLATIONS_MAX}; none when it does. {@link TooCostly} says itself. */
    public List<Violation> violations(Json value) {
        return violations(value, new Allowance());
    }

    /** The same, of one value of several that have an allowance together. */
    public List<Violation> violations(Json value, Allowance allowance) {
        return violations(schema, value.tree(), formats, allowance);
    }

    private static List<Violation> violations(Schema schema, JsonNode value, boolean formats, Allowance allowance) {
        allowance.grant(value);
        return Budget.spend(allowance, () -> {
            try {
                return evaluated(schema, value, formats);
            } catch (JsonNodeException e) {
                return evaluated(schema, WholeNumbers.in(value), formats);
            }
        });
    }

    private static List<Violation> evaluated(Schema schema, JsonNode value, boolean formats) {
        Bounded execution = new Bounded(formats);
        try {
            schema.validate(execution, value);
        } catch (ValidationLimitExceededException e) {
            throw limit(e);
        } catch (StackOverflowError e) {
            throw new TooCostly("the schema refers to itself too deeply for this value");
        }
        return execution.getErrors().stream()
                .limit(VIOLATIONS_MAX)
                .map(Wording::violation)
                .toList();
    }

    /** Whether the value conforms. */
    public boolean accepts(Json value) {
        return violations(value).isEmpty();
    }

    /** About how much memory it takes. */
    public long bytes() {
        return bytes;
    }

    /** The document that was compiled. */
    public Json document() {
        return document;
    }

    /** The absolute URIs, without fragments, of what a schema document refers to beyond itself. */
    public static Set<String> references(Json document) {
        Set<String> found = new LinkedHashSet<>();
        collect(document.tree(), found);
        return found;
    }

    private static void collect(JsonNode node, Set<String> found) {
        Stream.of("$ref", "$dynamicRef", "$recursiveRef")
                .map(node::path)
                .filter(JsonNode::isString)
                .map(ref -> ref.stringValue().replaceFirst("#.*$", ""))
                .filter(ref -> ref.contains(":"))
                .forEach(found::add);
        node.forEach(child -> collect(child, found));
    }

    /** The library reads its own meta-schemas from the class path; nobody else reads anything there. */
    private static void requireNoFiles(JsonNode node) {
        for (String keyword : IDENTIFIERS) {
            String uri = node.path(keyword).asString("").toLowerCase(Locale.ROOT);
            if (uri.startsWith("classpath:") || uri.startsWith("resource:")) {
                throw new SchemaRefused(
                        "The schema has \"%s\": \"%s\", which nobody may refer to".formatted(keyword, uri));
            }
        }
        node.forEach(JsonSchema::requireNoFiles);
    }

    private static Optional<Dialect> dialect(Json document, References references) {
        Optional<Json> said = document.member("$schema");
        if (said.isEmpty()) {
            return Optional.of(Dialects.latest());
        }
        String uri = said.get().text().orElse("");
        Optional<Dialect> known = Dialects.known(uri);
        if (known.isEmpty() && references.find(uri).isEmpty()) {
            throw new SchemaRefused("The schema's $schema is " + said.get() + "; known are " + Dialects.names());
        }
        return known;
    }

    private static void requireConforming(Json document, Dialect dialect) {
        List<Violation> violations;
        try {
            violations = violations(MetaSchemas.of(dialect), document.tree(), true, new Allowance());
        } catch (TooCostly e) {
            throw new SchemaRefused("The schema cannot be used: " + e.getMessage(), e);
        }
        if (!violations.isEmpty()) {
            throw new SchemaRefused(violations);
        }
    }

    private static Schema compile(
            Json document, References references, Optional<Dialect> dialect, Footprint footprint) {
        try {
            footprint.text(document.canonical().length);
            Schema schema = registry(dialect.orElse(Dialects.latest()), references, footprint)
                    .getSchema(SchemaLocation.DOCUMENT, document.tree());
            schema.initializeValidators();
            return schema;
        } catch (SchemaException | IllegalArgumentException e) {
            throw new SchemaRefused("The schema cannot be used: " + Wording.reason(e), e);
        } catch (StackOverflowError e) {
            throw new SchemaRefused("The schema cannot be used: it refers to itself too deeply", e);
        }
    }

    static SchemaRegistry registry(Dialect dialect, References references, Footprint footprint) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .regularExpressionFactory(pattern -> LinearPattern.of(pattern, footprint))
                .pathType(PathType.JSON_POINTER)
                .build();
        return SchemaRegistry.withDialect(
                dialect,
                builder -> builder.schemaRegistryConfig(config)
                        .dialectRegistry(Dialects.REGISTRY)
                        .schemas(uri -> references
                                .find(uri)
                                .map(found -> text(found, footprint))
                                .orElse(null)));
    }

    private static String text(Json found, Footprint footprint) {
        String text = found.toString();
        footprint.text(text.length());
        return text;
    }

    private static TooCostly limit(ValidationLimitExceededException e) {
        return new TooCostly(
                e.getLimitKind() == ValidationLimitExceededException.LimitKind.EVALUATION_DEPTH
                        ? "the schema goes more than " + DEPTH_MAX + " levels deep for this value"
                        : "more than " + STEPS_MAX
                                + " steps would be needed; make the schema's choices fewer or the value smaller");
    }
}
