package io.trove.dialect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.AnyEvent;
import io.trove.event.AnyJson;
import io.trove.event.Draft;
import io.trove.event.Invalid;
import io.trove.event.Json;
import io.trove.event.Times;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every dialect promises. */
class DialectContractTest {
    private static final int ROUNDS = 300;
    private static final List<String> NAMES = List.of(
            "sequence",
            "dataschema",
            "datacontenttype",
            "data_base64",
            "data",
            "specversion",
            "source",
            "subject",
            "time",
            "traceparent",
            "correlationid",
            "trove",
            "_trove",
            "syncLevel",
            "guid",
            "timestamp",
            "version",
            "eventType",
            "createdAt",
            "entityId",
            "details",
            "_createdByVector",
            "_indexBy");

    private static final long RECORDED_AT = Times.micros(AnyEvent.NOW);

    static Stream<Dialect> dialects() {
        return Dialects.all().stream();
    }

    @Test
    void the_six_dialects_are_found_by_name() {
        assertEquals(
                "[cloudevents, common, consequent, datacollect, struere, trove]",
                dialects().map(Dialect::name).toList().toString());
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void a_dialect_is_found_by_its_media_type(Dialect dialect) {
        String mediaType = "application/vnd.trove." + dialect.name() + "+json; charset=utf-8";
        assertEquals(Optional.of(dialect), Dialects.ofMediaType(mediaType));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void a_kept_event_is_read_again_as_it_was_written(Dialect dialect) {
        AnyEvent any = new AnyEvent(8);
        for (int i = 0; i < ROUNDS; i++) {
            Json event = kept(any.event(), any);
            Json document = dialect.write(i, event);
            assertEquals(Mapping.positioned(i, event), dialect.read(document), () -> dialect.name() + ": " + document);
        }
    }

    /** An extension may be called what a dialect calls something else, and be what that cannot be. */
    @ParameterizedTest
    @MethodSource("dialects")
    void an_extension_that_is_called_as_a_member_of_a_dialect_is_kept(Dialect dialect) {
        AnyJson any = new AnyJson(16);
        AnyEvent seeds = new AnyEvent(17);
        for (int i = 0; i < ROUNDS; i++) {
            Map<String, Object> extensions = new TreeMap<>();
            NAMES.stream()
                    .filter(name -> any.random().nextInt(4) == 0)
                    .forEach(name -> extensions.put(name, any.random().nextInt(4) == 0 ? "" : any.value()));
            Json event = kept(
                    Json.object(Map.of(
                            "type",
                            "a.b",
                            "extensions",
                            extensions,
                            "cause",
                            Map.of("entity", Map.of("type", "a", "id", "1", "vector", any.text(5))))),
                    seeds);
            Json document = dialect.write(i, event);
            assertEquals(Mapping.positioned(i, event), dialect.read(document), () -> dialect.name() + ": " + document);
        }
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void a_document_is_written_again_with_every_member_it_was_read_with(Dialect dialect) {
        AnyDocument any = new AnyDocument(9);
        AnyEvent seeds = new AnyEvent(10);
        for (int i = 0; i < ROUNDS; i++) {
            Json document = withoutServerMembers(dialect, any.of(dialect.name()));
            Json event = kept(dialect.read(document), seeds);
            assertHolds(document, dialect.write(i, event));
        }
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void reading_is_the_same_each_time(Dialect dialect) {
        AnyDocument any = new AnyDocument(11);
        for (int i = 0; i < 200; i++) {
            Json document = any.of(dialect.name());
            assertArrayEquals(
                    dialect.read(document).canonical(), dialect.read(document).canonical());
        }
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void any_JSON_is_read_or_refused_and_nothing_else(Dialect dialect) {
        AnyJson any = new AnyJson(12);
        AnyDocument documents = new AnyDocument(13);
        for (int i = 0; i < ROUNDS; i++) {
            Map<String, Object> members =
                    new TreeMap<>(documents.of(dialect.name()).members());
            members.replaceAll((name, value) -> any.random().nextInt(8) == 0 ? any.value() : value);
            Json document = any.random().nextInt(10) == 0 ? any.value() : Json.object(members);
            try {
                Draft.of(dialect.read(document));
            } catch (Invalid e) {
                assertTrue(e.getMessage().contains("wanted"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void what_is_no_object_is_refused(Dialect dialect) {
        assertThrows(Invalid.class, () -> Draft.of(dialect.read(Json.of("text"))));
    }

    private static Json kept(Json event, AnyEvent seeds) {
        return Json.parse(Draft.of(event)
                .complete(AnyEvent.defaults(AnyEvent.UID, seeds.seed()))
                .keep(7, RECORDED_AT)
                .document());
    }

    /** In Trove's own event the server's members are refused rather than kept beside it. */
    private static Json withoutServerMembers(Dialect dialect, Json document) {
        Map<String, Object> members = new TreeMap<>(document.members());
        if (dialect instanceof Trove) {
            members.keySet().removeIf(name -> name.endsWith("?"));
        }
        return Json.object(members);
    }

    /** Objects hold the members of what was sent; anything else is the same. */
    private static void assertHolds(Json sent, Json written) {
        sent.members().forEach((name, value) -> {
            Json now = written.member(name).orElseThrow(() -> new AssertionError(name + " is gone: " + written));
            if (value.isObject() && now.isObject()) {
                assertHolds(value, now);
            } else {
                assertEquals(value, now, name);
            }
        });
    }
}
