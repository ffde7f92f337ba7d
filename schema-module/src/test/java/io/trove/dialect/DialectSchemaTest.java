package io.trove.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.trove.event.AnyEvent;
import io.trove.event.AnyJson;
import io.trove.event.Draft;
import io.trove.event.Invalid;
import io.trove.event.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.exc.JsonNodeException;

/** The JSON Schema of each dialect's envelope says what the code says. */
class DialectSchemaTest {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static Stream<Dialect> dialects() {
        return Dialects.all().stream();
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void what_a_dialect_has_conforms_to_its_schema(Dialect dialect) throws IOException {
        Schema schema = schema(dialect);
        AnyDocument any = new AnyDocument(14);
        for (int i = 0; i < 300; i++) {
            assertConforms(schema, any.of(dialect.name()));
        }
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void what_is_written_conforms_to_the_schema(Dialect dialect) throws IOException {
        if (dialect instanceof Trove) {
            return;
        }
        Schema schema = schema(dialect);
        AnyEvent any = new AnyEvent(15);
        for (int i = 0; i < 300; i++) {
            Json event = Json.parse(Draft.of(any.event())
                    .complete(AnyEvent.defaults(AnyEvent.UID, any.seed()))
                    .keep(1, 0)
                    .document());
            assertConforms(schema, dialect.write(i, event));
        }
    }

    /** The schema is no stricter than the code: what it refuses, the code refuses. */
    @ParameterizedTest
    @MethodSource("dialects")
    void what_does_not_conform_is_refused(Dialect dialect) throws IOException {
        Schema schema = schema(dialect);
        AnyJson any = new AnyJson(16);
        AnyDocument documents = new AnyDocument(17);
        int refused = 0;
        for (int i = 0; i < 600; i++) {
            Map<String, Object> members =
                    new TreeMap<>(documents.of(dialect.name()).members());
            Set<String> names = Set.copyOf(members.keySet());
            members.replace(List.copyOf(names).get(any.random().nextInt(names.size())), any.value());
            Json document = Json.object(members);
            if (!conforms(schema, document)) {
                refused++;
                assertThrows(Invalid.class, () -> Draft.of(dialect.read(document)), document::toString);
            }
        }
        assertFalse(refused == 0);
    }

    /** The validator throws for a huge number where it wants a whole one. */
    private static boolean conforms(Schema schema, Json document) {
        try {
            return schema.validate(document.toString(), InputFormat.JSON).isEmpty();
        } catch (JsonNodeException e) {
            return false;
        }
    }

    private static void assertConforms(Schema schema, Json document) {
        List<Error> errors = schema.validate(document.toString(), InputFormat.JSON);
        assertEquals(List.of(), errors, document::toString);
    }

    private static Schema schema(Dialect dialect) throws IOException {
        try (InputStream schema = Dialect.class.getResourceAsStream(dialect.name() + ".schema.json")) {
            return SCHEMAS.getSchema(schema, InputFormat.JSON);
        }
    }
}
