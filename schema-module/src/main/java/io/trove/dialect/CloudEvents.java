package io.trove.dialect;

import io.trove.event.Invalid;
import io.trove.event.Json;
import io.trove.event.Malformed;
import io.trove.event.TraceParent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * CloudEvents 1.0 in JSON. An id is unique only with its source, so that {@code id.id} is {@code source#id}; the source is
 * the producer. What an event has beyond its attributes is in the extension {@code trove}, as text.
 */
public final class CloudEvents implements Dialect {
    static final String SPECVERSION = "specversion";
    static final String DATA = "data";
    static final String DATA_BASE64 = "data_base64";
    static final String REST = "trove";
    static final String DATACONTENTTYPE = "datacontenttype";

    private static final String DATASCHEMA = "dataschema";
    private static final String SEQUENCE = "sequence";
    private static final Set<String> TEXTS = Set.of(DATACONTENTTYPE, DATASCHEMA, SEQUENCE);
    private static final String JSON = "application/json";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+");
    static final Mapping MAPPING = new Mapping()
            .row("type", Form.TEXT, "type")
            .row("source", Form.TEXT, "producer")
            .row("subject", Form.TEXT, "entity", "id")
            .row("time", Form.TEXT, "createdAt")
            .row("correlationid", Form.TEXT, "context", "correlationId")
            .row(DATA, Form.ANY, "payload");

    /** What is one text here and several members of an event. */
    private static final Map<String, String> STRUCTURED =
            Map.of("/id", "/id", "/trace", "/traceparent", "/schema", "/" + DATASCHEMA);

    @Override
    public String name() {
        return "cloudevents";
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("application/cloudevents+json", "application/vnd.trove.cloudevents+json");
    }

    @Override
    public Json read(Json document) {
        Map<String, Object> attributes = attributes(document);
        Optional<Json> rest =
                Optional.ofNullable((Json) attributes.remove(REST)).map(CloudEvents::rest);
        String id = text(attributes, "id");
        String source = requireUriReference("source", text(attributes, "source"));
        attributes.remove("id");
        attributes.remove(SPECVERSION);
        if (attributes.containsKey(DATA) && Json.of(JSON).equals(attributes.get(DATACONTENTTYPE))) {
            attributes.remove(DATACONTENTTYPE);
        }
        rest.flatMap(more -> more.member("position"))
                .ifPresent(position ->
                        attributes.remove(SEQUENCE, sequence(position.integer().orElse(0))));
        Members structured = new Members();
        structured.put(List.of("id"), Json.object(Map.of("id", Source.folded(source, id))));
        take(attributes, "traceparent", TraceParent::read).ifPresent(trace -> structured.put(List.of("trace"), trace));
        take(attributes, DATASCHEMA, SchemaUri::read).ifPresent(schema -> structured.put(List.of("schema"), schema));
        Json event = Rest.over(MAPPING.read(Json.object(attributes)), structured.toJson());
        return rest.map(more -> Rest.over(event, more)).orElse(event);
    }

    @Override
    public String pointer(Json document, String inEvent) {
        Optional<Json> rest = document.member(REST).filter(Json::isText).map(CloudEvents::rest);
        if (rest.flatMap(more -> more.at(inEvent)).isPresent()) {
            return "/" + REST;
        }
        for (var structured : STRUCTURED.entrySet()) {
            if (inEvent.equals(structured.getKey()) || inEvent.startsWith(structured.getKey() + "/")) {
                return structured.getValue();
            }
        }
        return MAPPING.pointer(inEvent);
    }

    /** The attributes and data that are set, each checked for what CloudEvents allows there. */
    private static Map<String, Object> attributes(Json document) {
        Mapping.requireObject("", document);
        Map<String, Object> attributes = new TreeMap<>();
        document.members().forEach((name, value) -> {
            if (name.equals(DATA) || !value.isNull()) {
                attributes.put(name, value);
            }
            boolean isData = name.equals(DATA) || name.equals(DATA_BASE64);
            if (!isData && !NAME.matcher(name).matches()) {
                throw new Invalid("/" + name, "the name " + Form.shown(Json.of(name)), "a name of a to z and 0 to 9");
            }
            if (TEXTS.contains(name) && !value.isNull() && !isFilled(value)) {
                throw new Invalid("/" + name, Form.shown(value), "a text that is not empty");
            }
            if (!isData && !value.isNull() && !isScalar(value)) {
                throw new Invalid("/" + name, Form.shown(value), "a text, a whole number of 32 bits or a boolean");
            }
            if (name.equals(DATASCHEMA)) {
                value.text().ifPresent(text -> requireUriReference(DATASCHEMA, text));
            }
        });
        if (!Json.of("1.0").equals(attributes.get(SPECVERSION))) {
            String got = attributes.getOrDefault(SPECVERSION, "nothing").toString();
            throw new Invalid("/" + SPECVERSION, got, "\"1.0\"");
        }
        if (attributes.containsKey(DATA) && attributes.containsKey(DATA_BASE64)) {
            throw new Invalid("/" + DATA_BASE64, "data as well", "one of data and data_base64");
        }
        document.member(DATA_BASE64)
                .filter(data -> !data.isNull() && !isBase64(data))
                .ifPresent(data -> {
                    throw new Invalid("/" + DATA_BASE64, Form.shown(data), "base64");
                });
        return attributes;
    }

    private static String text(Map<String, Object> attributes, String name) {
        return Optional.ofNullable((Json) attributes.get(name))
                .flatMap(Json::text)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new Invalid(
                        "/" + name, attributes.getOrDefault(name, "nothing").toString(), "a text that is not empty"));
    }

    private static String requireUriReference(String name, String text) {
        if (!isUriReference(text)) {
            throw new Invalid("/" + name, Form.shown(Json.of(text)), "a URI reference");
        }
        return text;
    }

    private static boolean isUriReference(String text) {
        return !text.isEmpty() && Source.uriReference(text).equals(text);
    }

    /** The event's rest, from its text. */
    static Json rest(Json text) {
        String wanted = "an object as JSON text";
        try {
            byte[] json = text.text().orElse("").getBytes(StandardCharsets.UTF_8);
            return Mapping.requireObject(REST, Json.parse(json));
        } catch (Malformed e) {
            throw new Invalid("/" + REST, Form.shown(text), wanted);
        }
    }

    private static Optional<Json> take(
            Map<String, Object> attributes, String name, Function<String, Optional<Json>> reading) {
        Optional<Json> taken = Optional.ofNullable((Json) attributes.get(name))
                .flatMap(Json::text)
                .flatMap(reading);
        taken.ifPresent(value -> attributes.remove(name));
        return taken;
    }

    @Override
    public Json write(long position, Json event) {
        Json whole = Mapping.positioned(position, event);
        Map<String, Object> attributes = MAPPING.said(whole);
        attributes.entrySet().removeIf(attribute -> !isAttribute(attribute.getKey(), (Json) attribute.getValue()));
        Source source = Source.of(whole);
        attributes.put(SPECVERSION, "1.0");
        attributes.put("id", source.id());
        attributes.put("source", source.source());
        whole.member("trace")
                .flatMap(TraceParent::write)
                .ifPresent(text -> attributes.putIfAbsent("traceparent", text));
        whole.member("schema").flatMap(SchemaUri::write).ifPresent(text -> attributes.putIfAbsent(DATASCHEMA, text));
        if (attributes.containsKey(DATA)) {
            attributes.remove(DATA_BASE64);
            attributes.putIfAbsent(DATACONTENTTYPE, JSON);
        }
        attributes.remove(SEQUENCE, sequence(position));
        Json said = read(Json.object(attributes));
        attributes.putIfAbsent(SEQUENCE, sequence(position));
        Rest.of(whole, said).ifPresent(rest -> attributes.put(REST, rest.toString()));
        return Json.object(attributes);
    }

    /** The position, such that the order of texts is that of numbers. */
    private static Json sequence(long position) {
        return Json.of(String.format("%019d", position));
    }

    private static boolean isAttribute(String name, Json value) {
        if (name.equals(DATA)) {
            return true;
        }
        if (name.equals(DATA_BASE64)) {
            return isBase64(value);
        }
        boolean named =
                NAME.matcher(name).matches() && !name.equals(REST) && !name.equals("id") && !name.equals(SPECVERSION);
        if (name.equals(DATASCHEMA)) {
            return value.text().filter(CloudEvents::isUriReference).isPresent();
        }
        return named && (TEXTS.contains(name) ? isFilled(value) : isScalar(value));
    }

    private static boolean isScalar(Json value) {
        long number = value.integer().orElse(Long.MAX_VALUE);
        return value.isText() || value.isBoolean() || number == (int) number;
    }

    private static boolean isFilled(Json value) {
        return !value.text().orElse("").isEmpty();
    }

    private static boolean isBase64(Json value) {
        try {
            Base64.getDecoder().decode(value.text().orElse("?"));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
