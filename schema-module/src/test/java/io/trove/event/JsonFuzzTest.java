package io.trove.event;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Bytes that nobody has thought of: in an ordinary build those of the corpus, under {@code JAZZER_FUZZ=1} any. */
class JsonFuzzTest {
    private static final long BYTES_MAX = 1 << 16;

    @FuzzTest
    void bytes_are_JSON_with_one_canonical_form_or_refused(byte[] bytes) {
        try {
            Json json = Json.parse(bytes);
            assertEquals(json, Json.kept(bytes));
            byte[] canonical = json.canonical();
            assertArrayEquals(canonical, Json.parse(canonical).canonical());
            assertEquals(json, Json.parse(canonical));
            assertEquals(json.hashCode(), Json.parse(canonical).hashCode());
        } catch (Malformed malformed) {
            assertThrows(Malformed.class, () -> Json.kept(bytes));
            assertTrue(malformed.line() >= 1 && malformed.column() >= 1, malformed.getMessage());
        }
    }

    @FuzzTest
    void lines_are_the_same_however_they_arrive(byte[] bytes) throws IOException {
        List<String> whole = lines(JsonLines.endless(new ByteArrayInputStream(bytes), 1_000));
        assertEquals(whole, lines(JsonLines.endless(new Drops(bytes), 1_000)));
        lines(new JsonLines(new ByteArrayInputStream(bytes), BYTES_MAX));
    }

    /** What each line is, or where it is malformed. */
    private static List<String> lines(JsonLines lines) throws IOException {
        var read = new ArrayList<String>();
        boolean ended = false;
        while (!ended) {
            try {
                var next = lines.next();
                ended = next.isEmpty();
                next.ifPresent(line -> read.add(line.number() + " " + line.value()));
            } catch (Malformed malformed) {
                read.add(lines.number() + " " + malformed.getMessage());
                ended = malformed.tooLarge() && malformed.limit().equals("bytes in a request");
            }
        }
        return read;
    }

    /** Bytes that come a few at a time. */
    private static final class Drops extends InputStream {
        private final ByteArrayInputStream bytes;

        Drops(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return bytes.read(into, from, Math.min(3, length));
        }
    }
}
