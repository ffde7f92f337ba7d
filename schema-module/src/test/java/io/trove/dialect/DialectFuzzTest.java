package io.trove.dialect;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.trove.event.Invalid;
import io.trove.event.Json;
import io.trove.event.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Documents that nobody has thought of, in every dialect: refused, or kept and written so that they are read again. */
class DialectFuzzTest {
    @FuzzTest
    void any_trove(byte[] bytes) {
        check("trove", bytes);
    }

    @FuzzTest
    void any_consequent(byte[] bytes) {
        check("consequent", bytes);
    }

    @FuzzTest
    void any_datacollect(byte[] bytes) {
        check("datacollect", bytes);
    }

    @FuzzTest
    void any_struere(byte[] bytes) {
        check("struere", bytes);
    }

    @FuzzTest
    void any_common(byte[] bytes) {
        check("common", bytes);
    }

    @FuzzTest
    void any_cloudevents(byte[] bytes) {
        check("cloudevents", bytes);
    }

    /** The first line is a header's value, the next the content type, the rest is data. */
    @FuzzTest
    void any_binary_cloudevent(byte[] bytes) {
        int header = end(bytes, 0);
        int type = end(bytes, Math.min(bytes.length, header + 1));
        var headers = Map.of(
                "ce-specversion",
                "1.0",
                "ce-type",
                "a.b",
                "ce-source",
                "/s",
                "ce-id",
                latin(bytes, 0, header),
                "ce-more",
                latin(bytes, 0, header),
                "Content-Type",
                latin(bytes, Math.min(bytes.length, header + 1), type));
        byte[] data = Arrays.copyOfRange(bytes, Math.min(bytes.length, type + 1), bytes.length);
        try {
            Json structured = new BinaryCloudEvent(headers, data).structured();
            RefusedOrKept.check(Dialects.named("cloudevents").orElseThrow(), structured);
        } catch (Malformed | Invalid refused) {
            assertFalse(refused.getMessage().isEmpty());
        }
    }

    private static int end(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private static String latin(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static void check(String name, byte[] bytes) {
        try {
            RefusedOrKept.check(Dialects.named(name).orElseThrow(), Json.parse(bytes));
        } catch (Malformed malformed) {
            assertFalse(malformed.getMessage().isEmpty());
        }
    }
}
