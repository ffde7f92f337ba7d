package io.trove.event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** JSON values, and the ways to write one down. */
public final class AnyJsonText {
    private AnyJsonText() {}

    public static Arbitrary<Json> value() {
        return Arbitraries.lazyOf(
                () -> Arbitraries.of(Json.nul(), Json.of(true), Json.of(false)),
                () -> Arbitraries.integers().map(number -> Json.of((long) number)),
                () -> Arbitraries.doubles().map(Json::of),
                () -> text().map(Json::of),
                () -> value().list().ofMaxSize(4).map(Json::array),
                () -> Arbitraries.maps(text(), value()).ofMaxSize(4).map(Json::object));
    }

    /** No halves of surrogate pairs, which no UTF-8 carries. */
    static Arbitrary<String> text() {
        return Arbitraries.strings()
                .all()
                .ofMaxLength(12)
                .filter(text -> text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
    }

    /** The value with blanks and escapes wherever they may be, its members in another order. */
    static Arbitrary<String> written(Json value) {
        return Combinators.combine(
                        Arbitraries.of("", " ", "\n", "\t ", "\r\n"),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((blank, escaped, reversed) -> {
                    var out = new StringBuilder(blank);
                    write(value, out, blank, escaped, reversed);
                    return out.append(blank).toString();
                });
    }

    private static void write(Json value, StringBuilder out, String blank, boolean escaped, boolean reversed) {
        if (value.isObject()) {
            var names = new ArrayList<>(value.members().keySet());
            if (reversed) {
                Collections.reverse(names);
            }
            String separator = "";
            out.append('{');
            for (String name : names) {
                out.append(separator).append(blank);
                write(Json.of(name), out, blank, escaped, reversed);
                out.append(blank).append(':').append(blank);
                write(value.member(name).orElseThrow(), out, blank, escaped, reversed);
                separator = blank + ",";
            }
            out.append(blank).append('}');
        } else if (value.isArray()) {
            String separator = "";
            out.append('[').append(blank);
            for (Json item : value.items()) {
                out.append(separator).append(blank);
                write(item, out, blank, escaped, reversed);
                separator = blank + ",";
            }
            out.append(blank).append(']');
        } else if (value.isText() && escaped) {
            out.append('"');
            value.text().orElseThrow().chars().forEach(c -> out.append("\\u%04x".formatted(c)));
            out.append('"');
        } else {
            out.append(value);
        }
    }

    /** Lines of these values, and in between some that say nothing. */
    static String lines(List<Json> values, String blankLine) {
        var out = new StringBuilder();
        values.forEach(value -> out.append(blankLine).append(value).append('\n'));
        return out.toString();
    }
}
