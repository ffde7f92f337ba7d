package io.trove.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Invalid;
import io.trove.event.Json;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectExamplesTest {

    @Test
    void consequent_keeps_its_metadata_apart_from_the_payload() {
        assertReads("consequent", """
                {"type": "vehicle.towed", "id": "2Qx", "_actorType": "vehicle", "_actorId": "V-1",
                 "_createdOn": "2024-03-15T10:30:00Z", "_createdBy": "driver", "_createdById": "1f",
                 "_createdByVector": "a:1;b:2", "_createdByVersion": 3, "_initiatedBy": "driver.tow",
                 "_initiatedById": "c1", "_indexBy": ["plate"], "plate": "B-1", "miles": 7}
                """, """
                {"type": "vehicle.towed", "id": {"id": "2Qx"}, "entity": {"type": "vehicle", "id": "V-1"},
                 "createdAt": "2024-03-15T10:30:00Z", "indexBy": ["plate"], "payload": {"plate": "B-1", "miles": 7},
                 "cause": {"command": "driver.tow", "commandId": "c1",
                           "entity": {"type": "driver", "systemId": "1f", "vector": "a:1;b:2", "version": 3}}}
                """);
    }

    @Test
    void datacollect_leaves_the_level_of_delivery_beside_the_event() {
        assertReads("datacollect", """
                {"guid": "g1", "entityGuid": "e1", "type": "create-individual", "data": {"name": "Jane"},
                 "timestamp": "2024-03-15T10:30:00.000Z", "userId": "u1", "syncLevel": 0, "version": "2",
                 "migratedFrom": "old", "metadata": {"device": "d"}, "context": {"reason": "r"}}
                """, """
                {"id": {"id": "g1"}, "entity": {"id": "e1", "type": "individual"}, "type": "create-individual",
                 "payload": {"name": "Jane"}, "createdAt": "2024-03-15T10:30:00.000Z", "userId": "u1",
                 "metadata": {"device": "d"}, "context": {"reason": "r"},
                 "extensions": {"version": "2", "migratedFrom": "old"}}
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "consequent, /createdAt, /_createdOn",
        "consequent, /entity/type, /_actorType",
        "consequent, /payload/n/0, /n/0",
        "consequent, /cause/entity/version, /_trove/cause/entity/version",
        "datacollect, /id/id, /guid",
        "datacollect, /entity/type, /type",
        "datacollect, /extensions/a~1b, /a~1b",
        "struere, /type, /eventType",
        "struere, /links/0/type, /links/0/type",
        "common, /payload, /details",
        "common, /trace/traceId, /trace/traceId",
        "cloudevents, /id/id, /id",
        "cloudevents, /producer, /source",
        "cloudevents, /schema/version, /dataschema",
        "cloudevents, /metadata/m, /trove",
        "trove, /entity/id, /entity/id"
    })
    void what_is_wrong_with_an_event_is_pointed_at_in_the_document_that_said_it(
            String dialect, String inEvent, String inDocument) {
        Json document = json(
                "{\"_trove\": {\"cause\": {\"entity\": {\"version\": 1}}}, \"trove\": \"{\\\"metadata\\\":{\\\"m\\\":1}}\"}");
        assertEquals(inDocument, Dialects.named(dialect).orElseThrow().pointer(document, inEvent));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1.0, true", "2, true", "3, false", "-1, false", "'\"1\"', false", "null, false"})
    void a_level_of_delivery_is_one_of_three(String level, boolean isOne) {
        Json document = json("{\"type\": \"create-x\", \"entityGuid\": \"e\", \"syncLevel\": " + level + "}");
        Dialect datacollect = Dialects.named("datacollect").orElseThrow();
        if (isOne) {
            assertEquals(Optional.empty(), datacollect.read(document).member("syncLevel"));
        } else {
            assertEquals(
                    "/syncLevel",
                    assertThrows(Invalid.class, () -> datacollect.read(document))
                            .pointer());
        }
    }

    @Test
    void cloudevents_of_different_sources_have_different_ids() {
        String event = "{\"specversion\": \"1.0\", \"type\": \"a.b\", \"source\": \"%s\", \"id\": \"%s\"}";
        Dialect dialect = Dialects.named("cloudevents").orElseThrow();
        Json plain = dialect.read(json(event.formatted("/s", "f#1")));
        Json withSign = dialect.read(json(event.formatted("/s#f", "1")));
        assertEquals(Json.of("/s#f#1"), plain.at("/id/id").orElseThrow());
        assertEquals(Json.of("#4#/s#f#1"), withSign.at("/id/id").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"subject, %FF", "subject, a%C3", "data, 1", "datacontenttype, text/plain"})
    void a_header_of_a_cloudevent_that_is_none_of_an_attribute_is_refused(String name, String value) {
        var event = new BinaryCloudEvent(Map.of("ce-specversion", "1.0", "ce-" + name, value), new byte[0]);
        assertEquals("/" + name, assertThrows(Invalid.class, event::structured).pointer());
    }

    @ParameterizedTest
    @CsvSource({
        "create-individual, individual",
        "update-group, group",
        "create-x-y, x-y",
        "add-member, group",
        "remove-member, group",
        "delete-entity, ",
        "resolve-duplicate, ",
        "create-, ",
        "recreate-x, "
    })
    void a_word_of_datacollect_tells_the_type_of_the_entity_or_leaves_it_open(String word, String entityType) {
        Dialect datacollect = Dialects.named("datacollect").orElseThrow();
        Json document = json("{\"type\": \"" + word + "\", \"entityGuid\": \"e\"}");
        Optional<String> type = datacollect.read(document).at("/entity/type").flatMap(Json::text);
        assertEquals(Optional.ofNullable(entityType), type);
        assertEquals(entityType == null, datacollect.leavesEntityTypeOpen(document));
    }

    @Test
    void struere_counts_milliseconds() {
        assertReads("struere", """
                {"organizationId": "o", "environment": "production", "eventType": "invoice.paid", "entityId": "i1",
                 "entityTypeSlug": "invoice", "actorType": "user", "actorId": "jane", "payload": [1],
                 "createdAt": 1710498600123}
                """, """
                {"type": "invoice.paid", "entity": {"id": "i1", "type": "invoice"}, "payload": [1],
                 "actor": {"type": "user", "id": "jane"}, "createdAt": "2024-03-15T10:30:00.123Z",
                 "extensions": {"organizationId": "o", "environment": "production"}}
                """);
    }

    @Test
    void common_keeps_extra_fields() {
        assertReads("common", """
                {"id": "l1", "eventType": "user.login.failed", "module": "auth", "message": "no",
                 "timestamp": "2024-03-15T10:30:00Z", "userId": "u", "source": {"platform": "web"},
                 "http": {"status": 401}, "trace": {"traceId": "t", "sampled": true},
                 "actor": {"type": "user", "id": "u"}, "details": {"tries": 3}, "level": "warn"}
                """, """
                {"id": {"id": "l1"}, "type": "user.login.failed", "module": "auth", "message": "no",
                 "createdAt": "2024-03-15T10:30:00Z", "userId": "u", "source": {"platform": "web"},
                 "http": {"status": 401}, "trace": {"traceId": "t", "sampled": true},
                 "actor": {"type": "user", "id": "u"}, "payload": {"tries": 3}, "extensions": {"level": "warn"}}
                """);
    }

    @Test
    void a_CloudEvent_is_known_by_its_source_and_id() {
        assertReads("cloudevents", """
                {"specversion": "1.0", "type": "order.placed", "source": "/shop", "id": "7", "subject": "o-7",
                 "time": "2024-03-15T10:30:00Z", "datacontenttype": "application/json",
                 "dataschema": "trove:schema/order.placed/1.0", "data": {"sum": 5}, "colour": "blue", "absent": null,
                 "traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "correlationid": "c1"}
                """, """
                {"type": "order.placed", "producer": "/shop", "id": {"id": "/shop#7"}, "entity": {"id": "o-7"},
                 "createdAt": "2024-03-15T10:30:00Z", "schema": {"id": "order.placed", "version": "1.0"},
                 "payload": {"sum": 5}, "extensions": {"colour": "blue"}, "context": {"correlationId": "c1"},
                 "trace": {"traceId": "0af7651916cd43dd8448eb211c80319c", "spanId": "b7ad6b7169203331", "traceFlags": "01"}}
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "struere | {\"eventType\": 1} | /eventType",
                "struere | {\"eventType\": \"a\", \"createdAt\": \"2024-03-15T10:30:00Z\"} | /createdAt",
                "struere | {\"eventType\": \"a\", \"createdAt\": 1e15} | /createdAt",
                "struere | {\"eventType\": \"a\", \"_trove\": 1} | /_trove",
                "common | {\"eventType\": \"a\", \"http\": 1} | /http",
                "consequent | {\"type\": \"a\", \"_createdByVector\": \"a\"} | /_createdByVector",
                "consequent | {\"type\": \"a\", \"_createdByVersion\": \"1\"} | /_createdByVersion",
                "datacollect | {\"type\": \"a\", \"guid\": 1} | /guid",
                "cloudevents | {\"type\": \"a\", \"id\": \"1\", \"source\": \"s\"} | /specversion",
                "cloudevents | {\"specversion\": \"0.3\", \"type\": \"a\", \"id\": \"1\", \"source\": \"s\"} | /specversion",
                "cloudevents | {\"specversion\": \"1.0\", \"type\": \"a\", \"source\": \"s\"} | /id",
                "cloudevents | {\"specversion\": \"1.0\", \"type\": \"a\", \"id\": \"1\"} | /source",
                "cloudevents | {\"specversion\": \"1.0\", \"type\": \"a\", \"id\": \"1\", \"source\": \"a b\"} | /source",
                "cloudevents | {\"specversion\": \"1.0\", \"type\": \"a\", \"id\": \"1\", \"source\": \"s\", \"X\": 1} | /X",
                "cloudevents | {\"specversion\": \"1.0\", \"type\": \"a\", \"id\": \"1\", \"source\": \"s\", \"x\": {}} | /x",
                "cloudevents | {\"specversion\": \"1.0\", \"type\": \"a\", \"id\": \"1\", \"source\": \"s\", \"trove\": \"x\"} | /trove",
                "cloudevents | {\"specversion\": \"1.0\", \"type\": \"a\", \"id\": \"1\", \"source\": \"s\", \"data_base64\": \"?\"} | /data_base64"
            })
    void a_value_of_the_wrong_kind_is_refused_where_it_stands(String dialect, String document, String pointer) {
        Dialect reader = Dialects.named(dialect).orElseThrow();
        assertEquals(
                pointer,
                assertThrows(Invalid.class, () -> reader.read(json(document))).pointer());
    }

    @Test
    void any_dialect_may_say_beside_its_own_members_what_only_a_trove_event_can() {
        Json event = Dialects.named("struere")
                .orElseThrow()
                .read(
                        json(
                                "{\"eventType\": \"a\", \"entityId\": \"e\", \"_trove\": {\"entity\": {\"type\": \"t\"}, \"message\": \"m\"}}"));
        assertEquals(
                json("{\"type\": \"a\", \"entity\": {\"id\": \"e\", \"type\": \"t\"}, \"message\": \"m\"}"), event);
    }

    @Test
    void an_unknown_dialect_is_none() {
        assertTrue(Dialects.named("klingon").isEmpty());
        assertFalse(Dialects.ofMediaType("text/html").isPresent());
    }

    private static void assertReads(String dialect, String document, String event) {
        assertEquals(json(event), Dialects.named(dialect).orElseThrow().read(json(document)));
    }

    private static Json json(String text) {
        return Json.parse(text.getBytes(UTF_8));
    }
}
