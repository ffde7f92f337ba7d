package io.trove.console;

import io.trove.event.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What the fields of a form ask of a job; fields of other kinds of job than the chosen one count for nothing. */
record JobForm(UnaryOperator<String> field) {

    /** The request as the API takes it. What was typed as JSON is taken as it is, and what a field says comes over it. */
    Json request() {
        var request = new LinkedHashMap<String, Object>(typed().members());
        request.put("job", field.apply("kind"));
        switch (field.apply("kind")) {
            case "export" -> {
                types().ifPresent(types -> request.put("filter", Map.of("type", types)));
                ticked(request, "gzip");
            }
            case "replay" -> {
                text(request, "fold");
                text(request, "switch");
            }
            case "import" -> {
                said("url").ifPresent(url -> request.put("from", Map.of("url", url)));
                text(request, "onError");
            }
            case "lift" -> {
                text(request, "schema");
                text(request, "to");
            }
            default -> {}
        }
        return Json.object(request);
    }

    private Json typed() {
        return Json.parse(said("options").orElse("{}").getBytes(StandardCharsets.UTF_8));
    }

    private Optional<List<String>> types() {
        return said("types")
                .map(text -> Stream.of(text.split("[,\\s]+", -1))
                        .filter(type -> !type.isEmpty())
                        .toList())
                .filter(types -> !types.isEmpty());
    }

    private void text(Map<String, Object> request, String name) {
        said(name).ifPresent(value -> request.put(name, value));
    }

    private void ticked(Map<String, Object> request, String name) {
        said(name).ifPresent(value -> request.put(name, true));
    }

    private Optional<String> said(String name) {
        return Optional.of(field.apply(name).strip()).filter(text -> !text.isEmpty());
    }
}
