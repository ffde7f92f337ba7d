package io.trove.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The media ranges of an Accept header (RFC 9110, 12.5.1), and how much each is wanted. */
record Accepted(List<Range> ranges) {

    /** A range and its quality, from 0 to 1. */
    record Range(String type, double quality) {
        boolean covers(String mediaType) {
            return type.equals("*/*")
                    || type.equals(mediaType)
                    || (type.endsWith("/*") && mediaType.startsWith(type.substring(0, type.length() - 1)));
        }

        int precision() {
            return type.equals("*/*") ? 0 : type.endsWith("/*") ? 1 : 2;
        }
    }

    /** Anything when there is no header. */
    static Accepted of(String header) {
        var ranges = new ArrayList<Range>();
        for (var part : (header == null || header.isBlank() ? "*/*" : header).split(",", -1)) {
            var pieces = part.split(";", -1);
            var type = pieces[0].strip().toLowerCase(Locale.ROOT);
            if (!type.isEmpty()) {
                ranges.add(new Range(type, quality(pieces)));
            }
        }
        return new Accepted(ranges);
    }

    private static double quality(String[] pieces) {
        for (var i = 1; i < pieces.length; i++) {
            var piece = pieces[i].strip().toLowerCase(Locale.ROOT);
            if (piece.matches("q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)")) {
                return Double.parseDouble(piece.substring(2));
            }
        }
        return 1;
    }

    /** The most wanted of what is offered; of equals the first. */
    Optional<String> best(List<String> offered) {
        Optional<String> best = Optional.empty();
        double bestQuality = 0;
        for (var type : offered) {
            var quality = quality(type);
            if (quality > bestQuality) {
                best = Optional.of(type);
                bestQuality = quality;
            }
        }
        return best;
    }

    /** What the most precise range says. */
    private double quality(String mediaType) {
        var precision = -1;
        double quality = 0;
        for (var range : ranges) {
            if (range.covers(mediaType) && range.precision() > precision) {
                precision = range.precision();
                quality = range.quality();
            }
        }
        return quality;
    }
}
