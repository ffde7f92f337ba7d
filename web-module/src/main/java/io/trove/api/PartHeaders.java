package io.trove.api;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the headers of a part of a form say (RFC 7578, 4.2): its name, and of a file the name and the media type. */
record PartHeaders(String name, Optional<String> filename, Optional<String> contentType) {
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([A-Za-z*]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s;\"]+))");

    /** Of the lines of the headers, each ended. */
    static PartHeaders of(String lines) {
        var disposition = header(lines, "content-disposition").orElse("");
        if (!disposition.toLowerCase(Locale.ROOT).startsWith("form-data")) {
            throw new NotMultipart("a Content-Disposition of form-data in each part");
        }
        var name = parameter(disposition, "name").orElseThrow(() -> new NotMultipart("a name in each part"));
        return new PartHeaders(name, parameter(disposition, "filename"), header(lines, "content-type"));
    }

    /** The boundary between parts that a content type names; none when it is not that of a form. */
    static Optional<String> boundary(String contentType) {
        if (contentType == null || !contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            return Optional.empty();
        }
        return Optional.of(parameter(contentType, "boundary")
                .filter(boundary -> boundary.matches("[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]"))
                .orElseThrow(() -> new NotMultipart("a boundary of 1 to 70 characters in the Content-Type")));
    }

    private static Optional<String> header(String lines, String name) {
        return lines.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    /** Browsers write quotes and line ends as %22, %0D and %0A, other programs with a backslash. */
    private static Optional<String> parameter(String header, String name) {
        var each = PARAMETER.matcher(header);
        while (each.find()) {
            if (each.group(1).equalsIgnoreCase(name)) {
                var plain =
                        each.group(3) != null ? each.group(3) : each.group(2).replaceAll("\\\\([\"\\\\])", "$1");
                return Optional.of(
                        plain.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n"));
            }
        }
        return Optional.empty();
    }
}
