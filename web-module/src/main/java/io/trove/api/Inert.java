package io.trove.api;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How a file is served so that a browser keeps it and does nothing else with it. */
final class Inert {
    static final String POLICY =
            "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private static final String ATTACHMENT = "attachment";
    private static final String BYTES = "application/octet-stream";
    private static final Pattern TYPE = Pattern.compile(
            "[A-Za-z0-9!#$&^_.+-]{1,127}/[A-Za-z0-9!#$&^_.+-]{1,127}([ \\t]*;[ \\t]*[A-Za-z0-9!#$&^_.+-]+=([A-Za-z0-9!#$&^_.+-]+|\"[\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]*\")){0,8}");

    /** What a page of this origin could load to run or to draw by, whatever the disposition says. */
    private static final Set<String> ACTIVE = Set.of(
            "application/ecmascript",
            "application/javascript",
            "application/x-ecmascript",
            "application/x-javascript",
            "image/svg+xml",
            "text/css",
            "text/ecmascript",
            "text/javascript",
            "text/jscript",
            "text/livescript",
            "text/x-ecmascript",
            "text/x-javascript");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    /** What stands for a directory, or for nothing; some systems drop the dots and spaces at a name's end. */
    private static final Pattern NO_NAME = Pattern.compile("[. ]*");

    private Inert() {}

    /** The media type that the event says, when it is one and nothing that a page of this origin could run. */
    static String type(Optional<String> said) {
        return said.filter(type -> TYPE.matcher(type).matches())
                .filter(type -> !isActive(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)))
                .orElse(BYTES);
    }

    private static boolean isActive(String type) {
        return ACTIVE.contains(type) || type.startsWith("text/javascript1.");
    }

    /** To be kept as a file of the name that the event says or else of the file's id, whichever is one. */
    static String disposition(Optional<String> said, String id) {
        return Stream.concat(said.stream(), Stream.of(id))
                .map(Inert::withoutDirectory)
                .filter(name -> !NO_NAME.matcher(name).matches())
                .findFirst()
                .map(Inert::disposition)
                .orElse(ATTACHMENT);
    }

    private static String withoutDirectory(String name) {
        return CONTROL.matcher(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1))
                .replaceAll("_");
    }

    /** RFC 6266; RFC 8187 for what is not ASCII. */
    private static String disposition(String last) {
        var plain = new StringBuilder();
        last.codePoints()
                .map(c -> c >= 0x20 && c < 0x7f && c != '"' && c != '\\' && c != '%' ? c : '_')
                .forEach(plain::appendCodePoint);
        var disposition = ATTACHMENT + "; filename=\"" + plain + "\"";
        return last.contentEquals(plain) ? disposition : disposition + "; filename*=UTF-8''" + encoded(last);
    }

    private static String encoded(String name) {
        var text = new StringBuilder();
        for (var each : name.getBytes(StandardCharsets.UTF_8)) {
            var c = (char) (each & 0xff);
            if ((c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "!#$&+-.^_`|~".indexOf(c) >= 0) {
                text.append(c);
            } else {
                text.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            }
        }
        return text.toString();
    }
}
