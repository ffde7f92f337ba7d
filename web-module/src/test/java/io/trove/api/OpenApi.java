package io.trove.api;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The description of the API, as it is kept. */
final class OpenApi {
    private static final String OF_THE_DOCUMENT = "#/";
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private final Map<String, Object> document;

    private OpenApi(Map<String, Object> document) {
        this.document = document;
    }

    static OpenApi read() {
        try (var yaml = text()) {
            return new OpenApi(new Yaml().load(yaml));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Reader text() {
        return new InputStreamReader(Api.class.getResourceAsStream("/META-INF/openapi.yaml"), StandardCharsets.UTF_8);
    }

    Map<String, Object> document() {
        return document;
    }

    /** Each as {@code get /api/…}. */
    Stream<String> operations() {
        return map(document.get("paths")).entrySet().stream()
                .flatMap(path -> map(path.getValue()).keySet().stream()
                        .filter(METHODS::contains)
                        .map(method -> method + " " + path.getKey()));
    }

    Map<String, Object> operation(String name) {
        var both = name.split(" ", 2);
        return map(map(map(document.get("paths")).get(both[1])).get(both[0]));
    }

    /** What the value is, or refers to. */
    Map<String, Object> resolved(Object value) {
        var reference = map(value).get("$ref");
        if (reference == null) {
            return map(value);
        }
        var found = document;
        for (var step : reference.toString().substring(OF_THE_DOCUMENT.length()).split("/", -1)) {
            found = map(found.get(step));
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }
}
