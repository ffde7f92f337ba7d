package io.trove.jsonschema;

import com.networknt.schema.utils.RFC5892;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The name of a host as RFC 1123 has it, or RFC 5890 with characters beyond ASCII: labels with dots between, of no list of known names. */
final class HostName {

    private static final int LENGTH_MAX = 253;
    private static final int LABEL_LENGTH_MAX = 63;
    private static final String ENCODED = "xn--";
    private static final Pattern LABEL = Pattern.compile("[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?");
    private static final String DOTS = "[.\u3002\uff0e\uff61]";

    private HostName() {}

    static boolean is(String text) {
        return text.length() <= LENGTH_MAX && Stream.of(text.split("\\.", -1)).allMatch(HostName::isLabel);
    }

    /** What looks like a dot in another script is one too. */
    static boolean isInternational(String text) {
        return text.length() <= LENGTH_MAX && Stream.of(text.split(DOTS, -1)).allMatch(HostName::isName);
    }

    /** Letters, digits and hyphens within, which mean something where they say that they do. */
    static boolean isLabel(String label) {
        if (label.length() > LABEL_LENGTH_MAX || !LABEL.matcher(label).matches()) {
            return false;
        }
        return !label.regionMatches(true, 0, ENCODED, 0, ENCODED.length())
                || Punycode.decode(label.substring(ENCODED.length()))
                        .filter(text -> !isAscii(text) && RFC5892.isValid(text))
                        .isPresent();
    }

    /** The same, or a label in any script. */
    static boolean isName(String label) {
        return isAscii(label) ? isLabel(label) : RFC5892.isValid(label);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
