package io.trove.jsonschema;

import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The formats whose specifications Trove reads itself: the library holds mail to a list of public names, and other formats to less or more than they say. */
final class Formats {

    private static final Pattern DURATION = duration();

    private static final Map<String, Predicate<String>> OWN = Map.ofEntries(
            Map.entry("email", text -> Mailbox.is(text, false)),
            Map.entry("idn-email", text -> Mailbox.is(text, true)),
            Map.entry("hostname", HostName::is),
            Map.entry("idn-hostname", HostName::isInternational),
            Map.entry("uri", text -> UriText.is(text, true, false)),
            Map.entry("uri-reference", text -> UriText.is(text, false, false)),
            Map.entry("iri", text -> UriText.is(text, true, true)),
            Map.entry("iri-reference", text -> UriText.is(text, false, true)),
            Map.entry("uri-template", UriTemplate::is),
            Map.entry("duration", text -> DURATION.matcher(text).matches()),
            Map.entry("json-pointer", Formats::isPointer),
            Map.entry("relative-json-pointer", Formats::isRelativePointer),
            Map.entry("regex", EcmaPattern::isPattern));

    private Formats() {}

    /** Whether the text is of the format; what Trove does not read itself, the library does. */
    static boolean matches(String format, String text, Predicate<String> library) {
        return OWN.getOrDefault(format, library).test(text);
    }

    /** RFC 6901. */
    private static boolean isPointer(String text) {
        if (!text.isEmpty() && text.charAt(0) != '/') {
            return false;
        }
        for (int at = text.indexOf('~'); at >= 0; at = text.indexOf('~', at + 1)) {
            if (at + 1 == text.length() || (text.charAt(at + 1) != '0' && text.charAt(at + 1) != '1')) {
                return false;
            }
        }
        return true;
    }

    /** How far up, perhaps how far aside, and then a pointer or #. */
    private static boolean isRelativePointer(String text) {
        int at = number(text, 0);
        if (at > 0 && at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            boolean nowhere = at + 1 < text.length() && text.charAt(at + 1) == '0';
            at = nowhere ? 0 : number(text, at + 1);
        }
        return at > 0 && (text.substring(at).equals("#") || isPointer(text.substring(at)));
    }

    /** The end of a number without a zero before it; 0 when there is none. */
    private static int number(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        boolean zeroBefore = at > from + 1 && text.charAt(from) == '0';
        return at == from || zeroBefore ? 0 : at;
    }

    /** RFC 3339, appendix A: no unit is left out between two others. */
    private static Pattern duration() {
        String day = "[0-9]++D";
        String month = "[0-9]++M(?:" + day + ")?";
        String date = "(?:" + day + "|" + month + "|[0-9]++Y(?:" + month + ")?)";
        String second = "[0-9]++S";
        String minute = "[0-9]++M(?:" + second + ")?";
        String time = "T(?:" + second + "|" + minute + "|[0-9]++H(?:" + minute + ")?)";
        return Pattern.compile("P(?:[0-9]++W|" + time + "|" + date + "(?:" + time + ")?)", Pattern.CASE_INSENSITIVE);
    }
}
