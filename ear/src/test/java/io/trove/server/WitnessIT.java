package io.trove.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.evidence.NoteKey;
import io.trove.evidence.SignedNote;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WitnessIT {

    private static final String CHECKPOINT = "/api/demo/development/checkpoint";

    @Test
    void a_second_trove_is_a_witness_to_the_first() {
        Site site = Site.onDerby();
        String logKey;
        try (Server log = site.start()) {
            logKey = key(log, CHECKPOINT);
            log.stop();
        }
        try (Server witness = Site.onDerby().with("TROVE_WITNESSED", logKey).start()) {
            NoteKey witnessKey = NoteKey.parse(key(witness, "/api/witness/key"));
            String prefix = witness.uri("/api/witness").toString();
            try (Server log = site.with("TROVE_WITNESSES", witnessKey.text() + "=" + prefix)
                    .start()) {
                assertEquals(201, append(log));
                Await.until(() -> note(log).cosignedAt(witnessKey).isPresent());
                assertEquals(201, append(log));
                Await.until(() -> note(log).text().contains("\n3\n")
                        && note(log).cosignedAt(witnessKey).isPresent());
                assertTrue(note(log).isSignedBy(NoteKey.parse(logKey)));
            }
            assertEquals(
                    404,
                    asked(
                            witness,
                            "old 0\n\nanother.log\n1\n" + "A".repeat(43) + "=\n\n\u2014 another.log AAAAAAA=\n"));
            assertEquals(400, asked(witness, "nonsense"));
        }
    }

    private static int append(Server server) {
        return server.post("/api/demo/development/events", "{\"type\":\"a.x\"}").statusCode();
    }

    /** Without a name and a password. */
    private static int asked(Server server, String body) {
        var request = java.net.http.HttpRequest.newBuilder(server.uri("/api/witness/add-checkpoint"))
                .POST(BodyPublishers.ofString(body))
                .build();
        return server.send(request).statusCode();
    }

    private static SignedNote note(Server server) {
        return SignedNote.parse(server.get(CHECKPOINT).body());
    }

    private static String key(Server server, String path) {
        var answer = server.send(
                server.request(path).header("Accept", "application/json").build());
        return Json.parse(answer.body().getBytes(StandardCharsets.UTF_8))
                .member("key")
                .flatMap(Json::text)
                .orElseThrow();
    }
}
