package io.trove.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.server.Shared;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More than the server's heap holds. */
class LongImportIT {

    private static final int PARTS = 400;
    private static final int LINES_OF_A_PART = 500;
    private static final int LONG_LINE_PARTS = 600;

    @Test
    void two_hundred_thousand_lines_and_one_that_is_longer_than_the_heap_are_read_in_constant_memory() {
        var ask = Ask.freshLedger(Shared.onDerby());

        var answer = ask.server()
                .send(ask.server()
                        .request(ask.events() + "/import")
                        .timeout(Duration.ofMinutes(4))
                        .header("Content-Type", "application/x-ndjson")
                        .header("Idempotency-Key", "k")
                        .POST(BodyPublishers.ofByteArrays(body()))
                        .build());

        var lines = answer.body().lines().toList();
        var read = PARTS * LINES_OF_A_PART + 1;
        assertEquals(ImportContract.counts(read, read - 1, 0, 1, true), Ask.parsed(lines.get(lines.size() - 1)));
    }

    private static Iterable<byte[]> body() {
        var longLine = new byte[1 << 20];
        Arrays.fill(longLine, (byte) 'x');
        return () -> IntStream.rangeClosed(0, LONG_LINE_PARTS + PARTS)
                .mapToObj(i -> i < LONG_LINE_PARTS ? longLine : part(i))
                .iterator();
    }

    private static byte[] part(int number) {
        var text = number == LONG_LINE_PARTS ? "\n" : ImportContract.numbered(1, LINES_OF_A_PART);
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
