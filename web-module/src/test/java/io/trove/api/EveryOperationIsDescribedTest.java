package io.trove.api;

import static io.trove.api.OpenApi.map;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class EveryOperationIsDescribedTest {

    private static final OpenApi API = OpenApi.read();

    @Test
    void the_description_has_exactly_the_operations_that_the_resources_and_the_stream_have() throws Exception {
        assertEquals(
                new TreeSet<>(Stream.concat(resources(), Stream.of(FollowEdge.OPERATION, ProgressEdge.OPERATION))
                        .toList()),
                new TreeSet<>(API.operations().toList()));
    }

    @Test
    void every_operation_says_what_it_is_for_and_shows_an_example() {
        assertAll(API.operations().map(this::isWhole));
    }

    private Executable isWhole(String name) {
        var operation = API.operation(name);
        return () -> {
            for (var member : List.of("operationId", "summary", "description", "tags")) {
                assertTrue(operation.containsKey(member), name + " has no " + member);
            }
            assertTrue(map(operation.get("responses")).containsKey("default"), name + " describes no problem");
            if (operation.containsKey("requestBody")) {
                assertExamples(name + " request", map(operation.get("requestBody")));
            }
            map(operation.get("responses")).forEach((status, response) -> {
                if (status.startsWith("2")) {
                    assertExamples(name + " " + status, API.resolved(response));
                }
            });
        };
    }

    private static void assertExamples(String name, Map<String, Object> body) {
        assertFalse(map(body.get("content")).isEmpty(), name + " has no content");
        map(body.get("content"))
                .forEach((type, content) ->
                        assertTrue(map(content).containsKey("example"), name + " as " + type + " has no example"));
    }

    private static Stream<String> resources() throws Exception {
        return classes()
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Arrays.stream(type.getMethods())
                        .flatMap(method -> verb(method).map(verb -> verb + " " + path(type, method))));
    }

    private static Stream<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(verb -> verb.value().toLowerCase(Locale.ROOT));
    }

    private static String path(Class<?> type, Method method) {
        var below = method.getAnnotation(Path.class);
        var path = "/api/" + type.getAnnotation(Path.class).value() + (below == null ? "" : "/" + below.value());
        return path.replaceAll(": [^}]*", "");
    }

    private static Stream<Class<?>> classes() throws Exception {
        var home = Paths.get(
                Api.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (var files = Files.list(home.resolve("io/trove/api"))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class"))
                    .<Class<?>>map(file -> load("io.trove.api." + file.substring(0, file.length() - 6)))
                    .toList()
                    .stream();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Api.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
