package io.trove.dialect;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in a CloudEvent's HTTP header: printable ASCII, everything else percent-encoded (HTTP binding, section 3.1.3.2). */
final class HeaderText {
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ENCODED = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

    private HeaderText() {}

    static String read(String header) {
        Matcher quoted = QUOTED.matcher(header);
        String text = quoted.matches() ? quoted.group(1).replaceAll("\\\\(.)", "$1") : header;
        return ENCODED.matcher(text).replaceAll(run -> Matcher.quoteReplacement(decoded(run.group())));
    }

    private static String decoded(String run) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < run.length(); i += 3) {
            bytes.write(Integer.parseInt(run, i + 1, i + 3, 16));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    static String write(String text) {
        StringBuilder header = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b > 0x20 && b < 0x7F && b != '"' && b != '%') {
                header.append((char) b);
            } else {
                header.append(String.format("%%%02X", b & 0xFF));
            }
        }
        return header.toString();
    }
}
