package io.trove.jsonschema;

import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.DefaultDialectRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.DialectRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The drafts of JSON Schema that are known, with what Trove does otherwise than the library: it takes bounded time, and refers to nothing that is not there. */
final class Dialects {

    private static final Map<String, Dialect> ALL = Map.of(
            "https://json-schema.org/draft/2020-12/schema",
                    bounded(com.networknt.schema.dialect.Dialects.getDraft202012()),
            "https://json-schema.org/draft/2019-09/schema",
                    bounded(com.networknt.schema.dialect.Dialects.getDraft201909()),
            "http://json-schema.org/draft-07/schema", bounded(com.networknt.schema.dialect.Dialects.getDraft7()));

    /** These, and for a custom meta-schema what the library makes of its vocabularies, with the formats of these. */
    static final DialectRegistry REGISTRY = (uri, schemas) -> known(uri)
            .orElseGet(() -> formats(
                            Dialect.builder(DefaultDialectRegistry.getInstance().getDialect(uri, schemas)))
                    .build());

    /** What goes wrong is told to who asked; a log would only let a stranger fill the disk. */
    private static final Logger LIBRARY = Logger.getLogger("com.networknt.schema");

    static {
        LIBRARY.setLevel(Level.OFF);
    }

    private Dialects() {}

    static Dialect latest() {
        return known(SpecificationVersion.DRAFT_2020_12.getDialectId()).orElseThrow();
    }

    static Optional<Dialect> known(String uri) {
        return Optional.ofNullable(ALL.get(uri.endsWith("#") ? uri.substring(0, uri.length() - 1) : uri));
    }

    static String names() {
        return String.join(", ", ALL.keySet().stream().sorted().toList());
    }

    private static Dialect bounded(Dialect draft) {
        Dialect.Builder builder = Dialect.builder(draft);
        EarlyReferences.ALL.keySet().stream()
                .filter(draft.getKeywords()::containsKey)
                .map(EarlyReferences.ALL::get)
                .forEach(builder::keyword);
        return formats(builder.keyword(new UniqueItems()).keyword(new Enumeration()))
                .build();
    }

    private static Dialect.Builder formats(Dialect.Builder builder) {
        return builder.formats(formats -> formats.replaceAll((name, format) -> new BoundedFormat(format)));
    }
}
