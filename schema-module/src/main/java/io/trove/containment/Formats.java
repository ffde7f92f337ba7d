package io.trove.containment;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known of each format: texts that have it, texts that do not, and a pattern that all that have it match. */
final class Formats {
    private record Known(List<String> valid, List<String> invalid, String regex) {}

    private static final Known UNKNOWN = new Known(List.of(), List.of(), "");
    private static final String DAY = "\\d{4}-\\d\\d-\\d\\d";
    private static final String TIME = "\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?([Zz]|[+-]\\d\\d:\\d\\d)";

    private static final Map<String, Known> FORMATS = Map.ofEntries(
            known("date", "^" + DAY + "$", List.of("2024-03-15", "1999-12-31"), List.of("x", "2024-13-45")),
            known("time", "^" + TIME + "$", List.of("10:30:00Z", "23:59:59+02:00"), List.of("x", "99:99:99Z")),
            known(
                    "date-time",
                    "^" + DAY + "[Tt]" + TIME + "$",
                    List.of("2024-03-15T10:30:00Z", "1999-12-31T23:59:59.5+02:00"),
                    List.of("x", "2024-13-45T99:99:99Z")),
            known(
                    "duration",
                    "^[Pp][0-9A-Za-z]+$",
                    List.of("P1D", "p1d", "PT1H30M", "P1Y2M3DT4H5M6S"),
                    List.of("x", "P")),
            known("email", "@", List.of("a@example.org", "jane.smith@example.org"), List.of("x")),
            known("idn-email", "@", List.of("a@example.org", "jane.smith@example.org"), List.of("x")),
            known("hostname", "", List.of("example.org", "a", "a-1.example.org"), List.of("-", "a b", "-a.example")),
            known("idn-hostname", "", List.of("example.org", "a", "a-1.example.org"), List.of("-", "a b")),
            known("ipv4", "^[0-9.]{7,15}$", List.of("192.0.2.1", "1.2.3.4"), List.of("x", "999.999.999.999")),
            known("ipv6", "^[0-9a-fA-F:.]{2,45}$", List.of("2001:db8::1", "::"), List.of("x", "zz")),
            known("uri", "", List.of("https://example.org/a", "urn:x:y"), List.of("x", "\\")),
            known("uri-reference", "", List.of("https://example.org/a", "/a", "a", ""), List.of("\\", "a b")),
            known("iri", "", List.of("https://example.org/a", "urn:x:y"), List.of("x", "\\")),
            known("iri-reference", "", List.of("https://example.org/a", "/a", "a", ""), List.of("\\", "a b")),
            known("uri-template", "", List.of("https://example.org/{a}", "a", ""), List.of("{", "{a")),
            known(
                    "uuid",
                    "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
                    List.of("2eb8aa08-aa98-11ea-b4aa-73b441d16380", "98d80576-482e-427f-8434-7f86890ab222"),
                    List.of("x")),
            known("json-pointer", "", List.of("/a", "", "/a/0"), List.of("x", "/~")),
            known("relative-json-pointer", "", List.of("0", "1/a", "0#"), List.of("x", "-1")),
            known("regex", "", List.of("^a+$", "a", ""), List.of("(", "[")));

    /** What the validator asserts besides, in every draft. */
    private static final Set<String> OTHERS =
            Set.of("alpha", "alphanumeric", "color", "ip-address", "phone", "style", "utc-millisec");

    private Formats() {}

    /** Any other format says nothing. */
    static boolean isAsserted(String format) {
        return FORMATS.containsKey(format) || OTHERS.contains(format);
    }

    static Truth of(String format, String text) {
        Known known = FORMATS.getOrDefault(format, UNKNOWN);
        if (known.valid().contains(text)) {
            return Truth.YES;
        }
        boolean surelyNot = known.invalid().contains(text)
                || !java.util.regex.Pattern.compile(known.regex()).matcher(text).find();
        return surelyNot ? Truth.NO : Truth.UNCLEAR;
    }

    static List<String> valid(String format) {
        return FORMATS.getOrDefault(format, UNKNOWN).valid();
    }

    static List<String> invalid(String format) {
        return FORMATS.getOrDefault(format, UNKNOWN).invalid();
    }

    /** Every text of the format matches it; the empty one says nothing. */
    static String regex(String format) {
        return FORMATS.getOrDefault(format, UNKNOWN).regex();
    }

    private static Map.Entry<String, Known> known(String name, String regex, List<String> valid, List<String> invalid) {
        return Map.entry(name, new Known(valid, invalid, regex));
    }
}
