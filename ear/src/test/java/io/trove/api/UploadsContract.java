package io.trove.api;

import static io.trove.api.Ask.header;
import static io.trove.api.Ask.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.server.Server;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What uploads promise over HTTP, whatever the database. */
abstract class UploadsContract {

    private static final String HELLO = "hello";

    private Ask ask;
    private FileSender files;

    abstract Server server();

    @BeforeEach
    void open_a_ledger() {
        ask = Ask.freshLedger(server());
        files = new FileSender(ask);
    }

    @Test
    void bytes_are_uploaded_ahead_and_given_to_events() {
        var content = FileSender.bytes(3_000_000);
        var sent = files.put(content)
                .header("Content-Digest", "sha-256=:" + FileSender.sha256(content) + ":")
                .build();

        var uploaded = server().send(sent);

        assertEquals(201, uploaded.statusCode(), uploaded.body());
        var file = "{\"id\":\"f\",\"data\":\"" + text(uploaded, "/data") + "\"}";
        assertArrayEquals(
                content, server().bytes(files.append(file) + "/files/f").body());
        assertArrayEquals(
                content, server().bytes(files.append(file) + "/files/f").body());
        var elsewhere = Ask.freshLedger(server());
        assertEquals(422, elsewhere.append(FileSender.event(file)).statusCode());
    }

    @Test
    void what_is_not_what_its_digest_says_is_not_kept() {
        for (var field : new String[] {"Content-Digest", "Repr-Digest"}) {
            var content = FileSender.bytes(1_000 + field.length());
            var wrong = files.put(content)
                    .header(field, "sha-256=:" + FileSender.sha256(FileSender.bytes(7)) + ":")
                    .build();
            assertEquals(422, server().send(wrong).statusCode());
            assertEquals(
                    422,
                    ask.append(FileSender.event(
                                    "{\"id\":\"f\",\"data\":\"trove:sha256:" + FileSender.hex(content) + "\"}"))
                            .statusCode());
            var right = files.put(content)
                    .header(field, "sha-256=:" + FileSender.sha256(content) + ":")
                    .build();
            assertEquals(201, server().send(right).statusCode());
        }
        assertEquals(
                400,
                server().send(files.put(FileSender.bytes(1))
                                .header("Content-Digest", "sha-256")
                                .build())
                        .statusCode());
    }

    /** Who sends a part means to have the rest put together with it, which is not done here. */
    @Test
    void a_part_of_bytes_is_not_taken_for_the_whole() {
        var part = files.put(FileSender.bytes(9)).header("Content-Range", "bytes 0-8/3000");
        assertEquals(400, server().send(part.build()).statusCode());
    }

    @Test
    void the_same_request_with_a_file_has_one_effect() {
        var event = FileSender.event("{\"id\":\"f\",\"data\":\"aGVsbG8=\"}");
        assertEquals(
                ask.appendWithKey("once", event).body(),
                ask.appendWithKey("once", event).body());
    }

    @Test
    void an_event_and_its_files_come_in_one_form() {
        var content = FileSender.bytes(200_000);
        var event = FileSender.event("{\"id\":\"a\"},{\"id\":\"b\",\"filename\":\"mine.txt\",\"size\":5}");

        var receipt = server().send(files.form(event, "a", content, "b", HELLO.getBytes(StandardCharsets.UTF_8)));

        assertEquals(201, receipt.statusCode(), receipt.body());
        var at = header(receipt, "Location") + "/files/";
        assertArrayEquals(content, server().bytes(at + "a").body());
        var named = ask.get(at + "a");
        assertEquals("attachment; filename=\"a.bin\"", header(named, "Content-Disposition"));
        assertEquals("application/x-a", header(named, "Content-Type"));
        assertEquals(HELLO, ask.get(at + "b").body());
        assertEquals("attachment; filename=\"mine.txt\"", header(ask.get(at + "b"), "Content-Disposition"));
    }

    @Test
    void a_file_whose_part_is_not_in_the_form_is_a_422_that_names_it() {
        var content = FileSender.bytes(5_003);
        var described = "{\"id\":\"b\",\"size\":5,\"hash\":\"sha256:" + FileSender.hex(content) + "\"}";
        for (var missing : new String[] {"{\"id\":\"b\"}", "{\"id\":\"b\",\"isReference\":false}", described}) {
            var refused = server().send(files.form(FileSender.event("{\"id\":\"a\"}," + missing), "a", content));
            assertEquals(422, refused.statusCode(), refused.body());
            assertEquals("urn:trove:problem:file-refused", text(refused, "/type"));
            assertEquals("/files/1", text(refused, "/pointer"));
            assertEquals("a part of the name \"b\" with the bytes of the file", text(refused, "/wanted"));
        }
        var elsewhere = "{\"id\":\"b\",\"isReference\":true,\"data\":\"https://example.com/b\"}";
        var within = "{\"id\":\"c\",\"data\":\"aGVsbG8=\"}";
        var receipt =
                server().send(files.form(FileSender.event("{\"id\":\"a\"}," + elsewhere + "," + within), "a", content));
        assertEquals(201, receipt.statusCode(), receipt.body());
        assertEquals(HELLO, ask.get(header(receipt, "Location") + "/files/c").body());
    }

    @Test
    void of_a_form_that_is_refused_nothing_is_kept() {
        var content = FileSender.bytes(5_001);
        var held = FileSender.event("{\"id\":\"f\",\"data\":\"trove:sha256:" + FileSender.hex(content) + "\"}");
        for (var wrong : new String[] {
            "{\"id\":\"a\"},{\"id\":\"b\",\"isReference\":false}",
            "{\"id\":\"a\",\"size\":1}",
            "{\"id\":\"other\"}",
            "{\"id\":\"a\",\"data\":\"\"}",
            "{}"
        }) {
            var refused = server().send(files.form(FileSender.event(wrong), "a", content));
            assertEquals(422, refused.statusCode(), refused.body());
        }
        assertEquals(
                400,
                server().send(files.form(FileSender.event("{\"id\":\"a\"}"), "a", content, "a", content))
                        .statusCode());
        assertEquals(422, ask.append(held).statusCode());
        assertEquals(
                201,
                server().send(files.form(FileSender.event("{\"id\":\"a\"}"), "a", content))
                        .statusCode());
        assertEquals(201, ask.append(held).statusCode());
    }
}
