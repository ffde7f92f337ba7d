package io.trove.api;

import static io.trove.api.Ask.number;
import static io.trove.api.Ask.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.server.Server;
import io.trove.server.Shared;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON is in UTF-8; who says another charset is told so, before text is read as what it is not. */
class CharsetIT {
    private final Server server = Shared.onDerby();
    private final Ask ask = Ask.freshLedger(server);

    @ParameterizedTest
    @CsvSource({
        "events, application/json; charset=iso-8859-1",
        "events, application/vnd.trove.common+json; charset=\"UTF-16\"",
        "events, application/cloudevents-batch+json; charset=latin1",
        "events/import, application/x-ndjson; charset=windows-1252",
        "events/any/versions, application/json; Charset=ISO-8859-1",
        "tools/event.emit, application/json; charset=iso-8859-1",
        "tools/event.query, application/json; charset=utf-16",
        "jobs, application/json; charset=iso-8859-1"
    })
    void json_in_another_charset_is_refused(String where, String type) {
        var answer = sent(where, type);

        assertEquals(415, answer.statusCode(), answer.body());
        assertEquals("urn:trove:problem:unsupported-media-type", text(answer, "/type"));
        assertTrue(text(answer, "/detail").contains("Send it in UTF-8"), answer.body());
        assertEquals(0, number(ask.get(ask.events()), "/items/0/position"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json; charset=UTF-8",
                "application/json;CHARSET=\"utf-8\"",
                "application/json; charset=us-ascii"
            })
    void json_that_says_its_charset_is_read(String type) {
        assertEquals(201, sent("events", type).statusCode());
    }

    @Test
    void a_file_of_json_is_kept_in_its_charset() {
        var answer = server.send(server.request(ask.events().replace("/events", "/blobs"))
                .header("Content-Type", "application/json; charset=iso-8859-1")
                .PUT(BodyPublishers.ofString("{}"))
                .build());

        assertEquals(201, answer.statusCode(), answer.body());
    }

    @Test
    void the_event_of_a_form_is_in_utf_8_too() {
        var form = String.join(
                "\r\n",
                "--b",
                "Content-Disposition: form-data; name=\"event\"",
                "Content-Type: application/json%s",
                "",
                "{\"type\":\"a.b\"}",
                "--b--",
                "");
        assertEquals(
                415,
                sent("events", "multipart/form-data; boundary=b", form.formatted("; charset=utf-16"))
                        .statusCode());
        assertEquals(
                201,
                sent("events", "multipart/form-data; boundary=b", form.formatted(""))
                        .statusCode());
    }

    @Test
    void the_data_of_a_cloudevent_in_binary_mode_are_in_any_charset() {
        var answer = server.send(server.request(ask.events())
                .header("Content-Type", "text/plain; charset=iso-8859-1")
                .header("ce-specversion", "1.0")
                .header("ce-id", "1")
                .header("ce-source", "/s")
                .header("ce-type", "a.b")
                .POST(BodyPublishers.ofString("x"))
                .build());

        assertEquals(201, answer.statusCode(), answer.body());
    }

    private HttpResponse<String> sent(String where, String type) {
        return sent(where, type, "{\"type\":\"a.b\"}");
    }

    private HttpResponse<String> sent(String where, String type, String body) {
        return server.send(server.request(ask.events().replace("/events", "/" + where))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    }
}
