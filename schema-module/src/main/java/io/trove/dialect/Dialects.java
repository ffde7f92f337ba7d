package io.trove.dialect;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The dialects that this application speaks: its own and those that other jars bring. */
public final class Dialects {
    private static final Map<String, Dialect> BY_NAME = new TreeMap<>();
    private static final Map<String, Dialect> BY_MEDIA_TYPE = new TreeMap<>();

    static {
        ServiceLoader.load(Dialect.class, Dialect.class.getClassLoader()).forEach(Dialects::add);
    }

    private Dialects() {}

    private static void add(Dialect dialect) {
        Dialect other = BY_NAME.putIfAbsent(dialect.name(), dialect);
        if (other != null) {
            throw new IllegalStateException("two dialects are called " + dialect.name() + ": "
                    + other.getClass().getName() + " and " + dialect.getClass().getName());
        }
        dialect.mediaTypes().forEach(type -> BY_MEDIA_TYPE.put(type, dialect));
    }

    /** The dialect of this name. */
    public static Optional<Dialect> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The dialect of one document of this media type, whatever its parameters. */
    public static Optional<Dialect> ofMediaType(String mediaType) {
        String bare = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_MEDIA_TYPE.get(bare));
    }

    /** All of them, by name. */
    public static Collection<Dialect> all() {
        return BY_NAME.values();
    }
}
