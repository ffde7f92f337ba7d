package io.trove.files;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where a reference leads: a file of this machine, an object in a bucket, or anywhere else, where Trove never goes. */
sealed interface Locator {

    /** Why a text is no locator that is taken. */
    final class Unusable extends Exception {

        private static final long serialVersionUID = 1L;

        Unusable(String wanted) {
            super(wanted);
        }
    }

    /** A file, by its absolute path. */
    record OfFile(Path path) implements Locator {

        private static final Pattern PLAIN =
                Pattern.compile("file:(?://(?:localhost)?)?(/[^?#\\\\]*)", Pattern.CASE_INSENSITIVE);
        private static final Pattern ENCODED =
                Pattern.compile("%(?:2f|5c|00|2e|25|[01][0-9a-f]|7f)|%(?![0-9a-f]{2})", Pattern.CASE_INSENSITIVE);

        /** Nothing in it may mean something else than it says: no dots, no doubled or encoded separators, no second encoding. */
        static OfFile of(String text) throws Unusable {
            var plain = PLAIN.matcher(text);
            if (!plain.matches()) {
                throw new Unusable("file:// and an absolute path");
            }
            String encoded = plain.group(1);
            if (ENCODED.matcher(encoded).find()) {
                throw new Unusable("a path without encoded separators, dots or control characters");
            }
            String path = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
            List<String> names = List.of(path.substring(1).split("/", -1));
            if (path.indexOf('\uFFFD') >= 0
                    || path.chars().anyMatch(Character::isISOControl)
                    || names.stream().anyMatch(name -> name.isEmpty() || name.equals(".") || name.equals(".."))) {
                throw new Unusable("a path of names, without . or .. or empty ones");
            }
            return new OfFile(Path.of(path));
        }
    }

    /** An object in a bucket of the S3 server that the operator names: a locator cannot name one. */
    record OfObject(String bucket, String key) implements Locator {

        private static final Pattern OBJECT =
                Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/(.+)", Pattern.CASE_INSENSITIVE);
        private static final Pattern ADDRESS = Pattern.compile("[0-9.]+");

        static OfObject of(String text) throws Unusable {
            var object = OBJECT.matcher(text);
            if (!object.matches()
                    || !object.group(1).equals(object.group(1).toLowerCase(Locale.ROOT))
                    || object.group(1).contains("..")
                    || ADDRESS.matcher(object.group(1)).matches()) {
                throw new Unusable("s3:// and the name of a bucket, a slash and a key");
            }
            String key = object.group(2);
            if (List.of(key.split("/", -1)).stream().anyMatch(name -> name.equals(".") || name.equals(".."))
                    || key.startsWith("/")
                    || key.chars().anyMatch(Character::isISOControl)) {
                throw new Unusable("a key without . or .. between its slashes");
            }
            return new OfObject(object.group(1), key);
        }

        @Override
        public String toString() {
            return "s3://" + bucket + "/" + key;
        }
    }

    /** Anything else. */
    record Elsewhere(String text) implements Locator {}

    static Locator of(String text) throws Unusable {
        String scheme = text.substring(0, Math.min(5, text.length())).toLowerCase(Locale.ROOT);
        if (scheme.equals("file:")) {
            return OfFile.of(text);
        }
        return scheme.startsWith("s3:") ? OfObject.of(text) : new Elsewhere(text);
    }
}
