package io.trove.dialect;

import io.trove.event.Invalid;
import io.trove.event.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A CloudEvent over HTTP in binary mode: attributes as {@code ce-} headers, data as the body. */
public record BinaryCloudEvent(Map<String, String> headers, byte[] body) {
    private static final String PREFIX = "ce-";
    private static final String CONTENT_TYPE = "content-type";
    private static final String JSON = "application/json";
    private static final Set<String> IN_BODY =
            Set.of(CloudEvents.DATA, CloudEvents.DATA_BASE64, CloudEvents.DATACONTENTTYPE);

    /** The names of headers are compared without their case. */
    public BinaryCloudEvent {
        Map<String, String> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        named.putAll(headers);
        headers = Collections.unmodifiableMap(named);
    }

    /** True when these headers make a request a binary CloudEvent, whatever its content type. */
    public boolean isBinary() {
        return headers.containsKey(PREFIX + CloudEvents.SPECVERSION);
    }

    /** The same CloudEvent in structured form, as the dialect reads it; Malformed when its data claim to be JSON and are not, Invalid for a header that is none of an attribute. */
    public Json structured() {
        Map<String, Object> event = new TreeMap<>();
        headers.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith(PREFIX)) {
                String attribute = lower.substring(PREFIX.length());
                event.put(attribute, attribute(attribute, value));
            }
        });
        String contentType = headers.getOrDefault(CONTENT_TYPE, JSON);
        if (headers.containsKey(CONTENT_TYPE)) {
            event.put(CloudEvents.DATACONTENTTYPE, contentType);
        }
        if (body.length == 0) {
            return Json.object(event);
        }
        if (isJson(contentType)) {
            event.put(CloudEvents.DATA, Json.parse(body));
            return Json.object(event);
        }
        Optional<String> text = isUtf8Text(contentType) ? text(body) : Optional.empty();
        text.ifPresentOrElse(
                data -> event.put(CloudEvents.DATA, data),
                () -> event.put(CloudEvents.DATA_BASE64, Base64.getEncoder().encodeToString(body)));
        return Json.object(event);
    }

    private static String attribute(String name, String value) {
        if (IN_BODY.contains(name)) {
            throw new Invalid("/" + name, "a header ce-" + name, "data in the body, and what they are in Content-Type");
        }
        return HeaderText.read(value)
                .orElseThrow(
                        () -> new Invalid("/" + name, Form.shown(Json.of(value)), "UTF-8 behind its percent signs"));
    }

    /** A structured CloudEvent, as the dialect writes it, in binary mode; numbers and booleans are also in {@code ce-trove}. */
    public static BinaryCloudEvent of(Json structured) {
        Map<String, String> headers = new TreeMap<>();
        Map<String, Object> typed = new TreeMap<>();
        structured.members().forEach((name, value) -> {
            boolean isData = name.equals(CloudEvents.DATA) || name.equals(CloudEvents.DATA_BASE64);
            if (!isData && !name.equals(CloudEvents.DATACONTENTTYPE)) {
                headers.put(PREFIX + name, HeaderText.write(value.text().orElseGet(value::toString)));
            }
            if (value.isNumber() || value.isBoolean()) {
                typed.put(name, value);
            }
        });
        typed.remove(CloudEvents.DATA);
        if (!typed.isEmpty()) {
            Json rest =
                    structured.member(CloudEvents.REST).map(CloudEvents::rest).orElse(Json.object(Map.of()));
            Json more = Rest.over(Json.object(Map.of("extensions", typed)), rest);
            headers.put(PREFIX + CloudEvents.REST, HeaderText.write(more.toString()));
        }
        Optional<String> contentType =
                structured.member(CloudEvents.DATACONTENTTYPE).flatMap(Json::text);
        contentType.ifPresent(type -> headers.put(CONTENT_TYPE, type));
        return new BinaryCloudEvent(headers, data(structured, isJson(contentType.orElse(JSON))));
    }

    private static byte[] data(Json structured, boolean json) {
        Optional<String> base64 = structured.member(CloudEvents.DATA_BASE64).flatMap(Json::text);
        if (base64.isPresent()) {
            return Base64.getDecoder().decode(base64.get());
        }
        Optional<Json> data = structured.member(CloudEvents.DATA);
        Optional<String> text = data.flatMap(Json::text).filter(same -> !json);
        return text.map(same -> same.getBytes(StandardCharsets.UTF_8))
                .or(() -> data.map(Json::canonical))
                .orElse(new byte[0]);
    }

    private static boolean isJson(String contentType) {
        String bare = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return bare.equals(JSON) || bare.equals("text/json") || bare.endsWith("+json");
    }

    private static boolean isUtf8Text(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("text/") && (!type.contains("charset") || type.contains("utf-8"));
    }

    private static Optional<String> text(byte[] utf8) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
