package io.trove.api;

import io.trove.dialect.BinaryCloudEvent;
import io.trove.event.BoundedBytes;
import io.trove.event.Invalid;
import io.trove.event.Json;
import io.trove.event.JsonLines;
import io.trove.event.Malformed;
import io.trove.ledger.Bounds;
import io.trove.ledger.TooMuch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Reads bodies, no further than the bounds. */
final class Bodies {
    private Bodies() {}

    static Body read(Written written, Supplier<Map<String, String>> headers, InputStream in, Bounds bounds)
            throws IOException {
        return switch (written.form()) {
            case JSON -> Body.of(Json.parse(in, bounds.requestBytesMax()));
            case JSON_OR_LINES -> jsonOrLines(BoundedBytes.read(in, bounds.requestBytesMax()), bounds);
            case LINES -> lines(in, bounds);
            case ARRAY -> array(Json.parse(in, bounds.requestBytesMax()));
            case BINARY -> binary(headers.get(), BoundedBytes.read(in, bounds.requestBytesMax()));
        };
    }

    private static Body lines(InputStream in, Bounds bounds) throws IOException {
        var lines = new JsonLines(in, bounds.requestBytesMax());
        var parts = new ArrayList<Part>();
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            if (parts.size() == bounds.eventsMax()) {
                throw TooMuch.events(parts.size() + 1L, bounds.eventsMax());
            }
            parts.add(new Part(line.get().value(), "", OptionalInt.of(line.get().number())));
        }
        return Body.several(parts);
    }

    /** Lines when the first one is a whole object and is not the last: no JSON text that spans lines begins so. */
    private static Body jsonOrLines(byte[] bytes, Bounds bounds) throws IOException {
        return beginsWithLine(bytes) ? lines(new ByteArrayInputStream(bytes), bounds) : Body.of(Json.parse(bytes));
    }

    private static boolean beginsWithLine(byte[] bytes) {
        var end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        var last = end < 2 || bytes[end - 1] != '\r' ? end - 1 : end - 2;
        var more = end;
        while (more < bytes.length && bytes[more] <= ' ') {
            more++;
        }
        return last >= 0 && bytes[last] == '}' && more < bytes.length && isJson(Arrays.copyOf(bytes, end));
    }

    private static boolean isJson(byte[] bytes) {
        try {
            return Json.parse(bytes).isObject();
        } catch (Malformed notWhole) {
            return false;
        }
    }

    private static Body array(Json json) {
        if (!json.isArray()) {
            throw new Invalid("", Body.kind(json), "an array of events");
        }
        return Body.several(Body.parts("", json));
    }

    private static Body binary(Map<String, String> headers, byte[] data) {
        return Body.one(new BinaryCloudEvent(headers, data).structured());
    }
}
