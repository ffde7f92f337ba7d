package io.trove.files;

import java.nio.file.Path;

/** What a ledger's references may be followed into: a directory, or the keys of a bucket that begin so. */
sealed interface Root {

    /** As an administrator names it. */
    String text();

    /** Whether what the locator leads to lies within, by its name alone. */
    boolean covers(Locator locator);

    /** A directory, with everything below it. */
    record OfDirectory(Path path) implements Root {

        @Override
        public String text() {
            return path.toUri().toString().replaceFirst("/*$", "/");
        }

        @Override
        public boolean covers(Locator locator) {
            return locator instanceof Locator.OfFile file
                    && file.path().startsWith(path)
                    && !file.path().equals(path);
        }
    }

    /** The keys of a bucket that begin with a prefix, which is empty or ends with a slash. */
    record OfKeys(String bucket, String prefix) implements Root {

        @Override
        public String text() {
            return "s3://" + bucket + "/" + prefix;
        }

        @Override
        public boolean covers(Locator locator) {
            return locator instanceof Locator.OfObject object
                    && object.bucket().equals(bucket)
                    && object.key().startsWith(prefix)
                    && object.key().length() > prefix.length();
        }

        /** Whether there are keys that begin as both do. */
        boolean meets(OfKeys other) {
            return bucket.equals(other.bucket())
                    && (prefix.startsWith(other.prefix()) || other.prefix().startsWith(prefix));
        }
    }

    /** A root by its text, which is a locator with a slash at its end. */
    static Root of(String text) throws Locator.Unusable {
        if (!text.endsWith("/")) {
            throw new Locator.Unusable("file:// and a directory, or s3:// and a bucket, with a slash at the end");
        }
        String name = text.substring(0, text.length() - 1);
        if (text.matches("s3://[^/]+/")) {
            return new OfKeys(Locator.OfObject.of(text + "any").bucket(), "");
        }
        Locator locator = Locator.of(name);
        if (locator instanceof Locator.OfFile file) {
            return new OfDirectory(file.path());
        }
        if (locator instanceof Locator.OfObject object) {
            return new OfKeys(object.bucket(), object.key() + "/");
        }
        throw new Locator.Unusable("file:// and a directory, or s3:// and a bucket, with a slash at the end");
    }
}
