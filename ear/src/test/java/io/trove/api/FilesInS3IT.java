package io.trove.api;

import static io.trove.api.Ask.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.server.S3;
import io.trove.server.Server;
import io.trove.server.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server that keeps its files in a bucket. */
class FilesInS3IT {

    private static final String PLAIN = "{\"type\":\"document.uploaded\"}";

    private static S3 s3;
    private static Server server;

    @BeforeAll
    static void start() {
        s3 = S3.start();
        server = s3.storeOf(Site.onDerby()).start();
    }

    @AfterAll
    static void stop() {
        server.close();
        s3.close();
    }

    @Test
    void without_the_bucket_what_needs_it_is_a_503_and_everything_else_goes_on_until_it_is_back() {
        var ask = Ask.freshLedger(server);
        var files = new FileSender(ask);
        var content = FileSender.bytes(1_000_000);
        var uploaded = server.send(files.put(content).build());
        assertEquals(201, uploaded.statusCode(), uploaded.body());
        var held = "{\"id\":\"f\",\"data\":\"" + text(uploaded, "/data") + "\"}";
        var file = files.append(held) + "/files/f";
        assertArrayEquals(content, server.bytes(file).body());
        var inline = FileSender.event("{\"id\":\"f\",\"data\":\"aGVsbG8=\"}");

        s3.goAway();
        try {
            assertEquals(503, ask.append(inline).statusCode());
            assertEquals(
                    503, server.send(files.put(FileSender.bytes(1)).build()).statusCode());
            assertEquals(503, ask.get(file).statusCode());
            assertEquals(201, ask.append(PLAIN).statusCode());
            assertEquals(201, ask.append(FileSender.event(held)).statusCode());
        } finally {
            s3.comeBack();
        }

        assertEquals(201, ask.append(inline).statusCode());
        assertArrayEquals(content, server.bytes(file).body());
    }
}
