package io.trove.api;

import io.trove.dialect.Dialect;
import io.trove.dialect.Dialects;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** How a body is written: the dialect of its documents, and how they stand in it. */
record Written(Dialect dialect, Form form) {
    static final String LINES = "application/x-ndjson";
    static final String CLOUDEVENTS_BATCH = "application/cloudevents-batch+json";
    static final String CLOUDEVENTS = "cloudevents";

    /** How documents stand in a body. */
    enum Form {
        /** One, an array of them, or a batch with conditions. */
        JSON,
        /** As {@link #JSON}, or one a line. */
        JSON_OR_LINES,
        /** One a line. */
        LINES,
        /** An array of them. */
        ARRAY,
        /** A CloudEvent whose attributes are headers. */
        BINARY
    }

    /** Decided by the content type and {@code ?dialect=}, either of which may be null. */
    static Written of(String contentType, String dialect, boolean isBinary) {
        if (isBinary) {
            return new Written(agreeing(CLOUDEVENTS, dialect, "A ce-specversion header"), Form.BINARY);
        }
        var type = bare(contentType);
        return switch (type) {
            case Wanted.JSON -> new Written(Spoken.named(dialect), Form.JSON);
            case LINES -> new Written(Spoken.named(dialect), Form.LINES);
            case CLOUDEVENTS_BATCH -> new Written(agreeing(CLOUDEVENTS, dialect, type), Form.ARRAY);
            default -> {
                var named = Dialects.ofMediaType(type).orElseThrow(() -> new MediaTypeUnknown(type, known()));
                yield new Written(agreeing(named.name(), dialect, type), Form.JSON_OR_LINES);
            }
        };
    }

    /** The dialect of a body that can only be lines. */
    static Dialect lines(String contentType, String dialect) {
        var known = new TreeSet<>(known());
        known.removeAll(List.of(Wanted.JSON, CLOUDEVENTS_BATCH));
        var type = bare(contentType);
        if (!known.contains(type)) {
            throw new MediaTypeUnknown(type, List.copyOf(known));
        }
        return of(contentType, dialect, false).dialect();
    }

    private static String bare(String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static Dialect agreeing(String name, String parameter, String said) {
        var named = Spoken.named(name);
        if (parameter != null && !parameter.equals(name)) {
            throw new ParameterRefused("dialect", parameter, "none, or " + name + ", which " + said + " names");
        }
        return named;
    }

    static List<String> known() {
        var known = new TreeSet<String>();
        Dialects.all().forEach(each -> known.addAll(each.mediaTypes()));
        known.add(LINES);
        known.add(CLOUDEVENTS_BATCH);
        return List.copyOf(known);
    }
}
