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
    private static final String SCALAR = "-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,10})?|true|false";
    private static final List<String> FILTERED_BY =
            List.of("entityType", "entityId", "actorId", "recordedSince", "recordedUntil");

    /** The request as the API takes it. What was typed as JSON is taken as it is, and what a field says comes over it. */
    Json request() {
        var request = new LinkedHashMap<String, Object>(typed().members());
        request.put("job", field.apply("kind"));
        switch (field.apply("kind")) {
            case "export" -> {
                put(request, "filter", filter(request));
                ticked(request, "gzip");
            }
            case "replay" -> {
                text(request, "fold");
                text(request, "switch");
            }
            case "import" -> {
                put(request, "from", from());
                text(request, "dialect");
                text(request, "onError");
                said("leave").ifPresent(so -> request.put("files", false));
            }
            case "lift" -> {
                text(request, "schema");
                text(request, "to");
                said("candidate").ifPresent(candidate -> request.put("candidate", json(candidate)));
            }
            default -> {}
        }
        return Json.object(request);
    }

    /** What is typed as JSON, and over it what the fields say. */
    private Map<String, Object> filter(Map<String, Object> request) {
        var filter = new LinkedHashMap<String, Object>();
        if (request.get("filter") instanceof Json typed && typed.isObject()) {
            filter.putAll(typed.members());
        }
        types().ifPresent(types -> filter.put("type", types));
        FILTERED_BY.forEach(name -> text(filter, name));
        said("term").ifPresent(name -> said("value").ifPresent(value -> filter.put(name, meant(name, value))));
        return filter;
    }

    /** In a payload and in index keys, a text that reads like a number or like a yes or no may be meant as one: then both are. */
    private static List<Json> meant(String name, String value) {
        boolean isFree = name.startsWith("payload.") || name.startsWith("index.");
        var text = Json.of(value);
        return isFree && value.matches(SCALAR) ? List.of(text, json(value)) : List.of(text);
    }

    /** A ledger of another Trove, a file that was sent here, or what an export of this one wrote. */
    private Map<String, Object> from() {
        var from = new LinkedHashMap<String, Object>();
        said("url").ifPresent(url -> from.put("url", url));
        said("blob").ifPresent(hash -> from.put("blob", hash));
        said("exported").ifPresent(ledger -> from.put("ledger", ledger));
        said("exportJob").ifPresent(job -> from.put("job", job.matches("[0-9]{1,18}") ? Long.valueOf(job) : job));
        return from;
    }

    private static void put(Map<String, Object> request, String name, Map<String, Object> members) {
        if (!members.isEmpty()) {
            request.put(name, members);
        }
    }

    private Json typed() {
        return json(said("options").orElse("{}"));
    }

    private static Json json(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
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
