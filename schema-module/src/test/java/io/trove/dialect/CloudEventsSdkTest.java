package io.trove.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.message.MessageReader;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import io.trove.event.AnyEvent;
import io.trove.event.Draft;
import io.trove.event.Json;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The CloudEvents SDK is the referee: what it writes is read, and what is written it reads. */
class CloudEventsSdkTest {
    private static final CloudEvents DIALECT = new CloudEvents();
    private static final JsonFormat SDK = new JsonFormat();

    @Test
    void the_SDK_reads_what_is_written_in_structured_mode() {
        AnyEvent any = new AnyEvent(20);
        for (int i = 0; i < 200; i++) {
            Json written = DIALECT.write(i, kept(any));
            assertSame(written, SDK.deserialize(written.canonical()));
        }
    }

    /** But for decoding: the SDK takes headers as they are, where the HTTP binding has them percent-decoded. */
    @Test
    void the_SDK_reads_what_is_written_in_binary_mode() {
        AnyEvent any = new AnyEvent(21);
        for (int i = 0; i < 200; i++) {
            Json written = DIALECT.write(i, kept(any));
            BinaryCloudEvent binary = BinaryCloudEvent.of(written);
            MessageReader reader = HttpMessageFactory.createReader(new HashMap<>(binary.headers()), binary.body());
            CloudEvent event = reader.toEvent();
            assertEquals(text(written, "type"), HeaderText.read(event.getType()).orElseThrow());
            assertTrue(binary.isBinary());
            assertEquals(DIALECT.read(written), DIALECT.read(binary.structured()));
        }
    }

    @Test
    void what_the_SDK_writes_in_structured_mode_is_read() {
        Json event = DIALECT.read(Json.parse(SDK.serialize(sample())));
        assertEquals("/shop#7", event.at("/id/id").flatMap(Json::text).orElseThrow());
        assertEquals(
                Json.parse("{\"sum\":5}".getBytes(UTF_8)),
                event.member("payload").orElseThrow());
        assertEquals(Json.of(7), event.at("/extensions/number").orElseThrow());
    }

    @Test
    void what_the_SDK_writes_in_binary_mode_is_read_as_the_same() {
        Map<String, String> headers = new HashMap<>();
        byte[][] body = {new byte[0]};
        HttpMessageFactory.createWriter(headers::put, bytes -> body[0] = bytes).writeBinary(sample());
        Map<String, Object> binary = new HashMap<>(
                new BinaryCloudEvent(headers, body[0]).structured().members());
        assertEquals(Json.of("7"), binary.put("number", 7));
        assertEquals(Json.parse(SDK.serialize(sample())), Json.object(binary));
    }

    @Test
    void bytes_that_are_no_JSON_go_there_and_back_in_binary_mode() {
        byte[] bytes = {0, 1, (byte) 0xFF};
        Map<String, String> headers = Map.of(
                "CE-SpecVersion", "1.0", "ce-id", "1", "ce-source", "/s", "ce-type", "a", "Content-Type", "image/png");
        Json structured = new BinaryCloudEvent(headers, bytes).structured();
        assertArrayEquals(bytes, BinaryCloudEvent.of(structured).body());
        Json event = DIALECT.read(structured);
        assertEquals(
                Json.of("image/png"), event.at("/extensions/datacontenttype").orElseThrow());
    }

    @Test
    void text_in_headers_is_percent_encoded() {
        for (String text : new String[] {"a b", "Euro € 😀", "100%", "\"q\"", "%41"}) {
            assertEquals(text, HeaderText.read(HeaderText.write(text)).orElseThrow());
        }
        assertEquals("Euro%20%E2%82%AC%20%F0%9F%98%80", HeaderText.write("Euro € 😀"));
        assertEquals("a \"b", HeaderText.read("\"a \\\"b\"").orElseThrow());
    }

    private static CloudEvent sample() {
        return CloudEventBuilder.v1()
                .withId("7")
                .withSource(URI.create("/shop"))
                .withType("order.placed")
                .withSubject("o-7")
                .withTime(OffsetDateTime.parse("2024-03-15T10:30:00Z"))
                .withDataSchema(URI.create("https://x.example/s"))
                .withExtension("number", 7)
                .withData("application/json", "{\"sum\":5}".getBytes(UTF_8))
                .build();
    }

    private static void assertSame(Json written, CloudEvent read) {
        assertEquals(text(written, "id"), read.getId());
        assertEquals(text(written, "source"), read.getSource().toString());
        assertEquals(text(written, "sequence"), read.getExtension("sequence"));
        assertEquals(text(written, "trove"), read.getExtension("trove"));
    }

    private static Json kept(AnyEvent any) {
        return Json.parse(Draft.of(any.event())
                .complete(AnyEvent.defaults(AnyEvent.UID, any.seed()))
                .keep(1, 0)
                .document());
    }

    private static String text(Json json, String member) {
        return json.member(member).flatMap(Json::text).orElseThrow();
    }
}
