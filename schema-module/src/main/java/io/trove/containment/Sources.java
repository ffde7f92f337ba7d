package io.trove.containment;

import io.trove.event.Json;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The documents that a schema consists of: itself, and what it refers to by an address. Nothing is fetched. */
final class Sources {
    private static final String ROOT = "root:///";

    /** One document with the places that have an address of their own. */
    record Source(String uri, Json document, SchemaDraft draft, Map<String, Place> addressed) {
        Place place(String pointer, String base, Json schema) {
            String id = schema.member("$id").flatMap(Json::text).orElse("");
            boolean own = !id.isEmpty() && !id.startsWith("#") && !(draft == SchemaDraft.DRAFT_07 && hasRef(schema));
            return new Place(this, pointer, own ? resolved(base, id) : base, schema);
        }

        private static boolean hasRef(Json schema) {
            return schema.member("$ref").isPresent();
        }
    }

    private final Function<String, Optional<Json>> referenced;
    private final Map<String, Optional<Source>> found = new HashMap<>();
    private final Source root;

    Sources(Json schema, Function<String, Optional<Json>> referenced) {
        this.referenced = referenced;
        this.root = source(ROOT, schema);
    }

    Place root() {
        return root.place("", ROOT, root.document());
    }

    boolean isRoot(Place place) {
        return place.source().uri().equals(root.uri());
    }

    /** The schema that a reference at this place means. */
    Optional<Place> find(Place from, String reference) {
        String absolute = resolved(from.base(), reference);
        int hash = absolute.indexOf('#');
        String document = hash < 0 ? absolute : absolute.substring(0, hash);
        String fragment = hash < 0 ? "" : decoded(absolute.substring(hash + 1));
        return start(from, document).flatMap(start -> at(start, fragment));
    }

    private Optional<Place> start(Place from, String document) {
        for (Source source : new Source[] {from.source(), root}) {
            Place inside = source.addressed().get(document);
            if (inside != null) {
                return Optional.of(inside);
            }
        }
        return found.computeIfAbsent(document, uri -> referenced.apply(uri).map(json -> source(uri, json)))
                .map(source -> source.place("", source.uri(), source.document()));
    }

    private static Optional<Place> at(Place start, String fragment) {
        if (fragment.isEmpty()) {
            return Optional.of(start);
        }
        if (!fragment.startsWith("/")) {
            return Optional.ofNullable(start.source().addressed().get(withoutFragment(start.base()) + '#' + fragment));
        }
        Place at = start;
        for (String step : fragment.substring(1).split("/", -1)) {
            String name = step.replace("~1", "/").replace("~0", "~");
            Json schema = at.schema();
            Optional<Json> inner = schema.isArray() ? item(schema, name) : schema.member(name);
            if (inner.isEmpty()) {
                return Optional.empty();
            }
            at = at.inside('/' + step, inner.get());
        }
        return Optional.of(at);
    }

    private static Optional<Json> item(Json array, String index) {
        List<Json> items = array.items();
        return index.matches("\\d{1,6}") && Integer.parseInt(index) < items.size()
                ? Optional.of(items.get(Integer.parseInt(index)))
                : Optional.empty();
    }

    private static Source source(String uri, Json document) {
        Source source = new Source(uri, document, SchemaDraft.of(document), new HashMap<>());
        Place start = source.place("", uri, document);
        source.addressed().put(withoutFragment(uri), start);
        address(start);
        return source;
    }

    private static void address(Place at) {
        Json schema = at.schema();
        Map<String, Place> addressed = at.source().addressed();
        addressed.putIfAbsent(withoutFragment(at.base()), at);
        for (String keyword : new String[] {"$anchor", "$dynamicAnchor"}) {
            schema.member(keyword)
                    .flatMap(Json::text)
                    .ifPresent(anchor -> addressed.put(withoutFragment(at.base()) + '#' + anchor, at));
        }
        schema.member("$id")
                .flatMap(Json::text)
                .filter(id -> id.startsWith("#"))
                .ifPresent(id -> addressed.put(withoutFragment(at.base()) + id, at));
        schema.members().forEach((name, inner) -> {
            if (!name.equals("enum") && !name.equals("const")) {
                address(at.inside('/' + Place.escaped(name), inner));
            }
        });
        List<Json> items = schema.items();
        for (int i = 0; i < items.size(); i++) {
            address(at.inside("/" + i, items.get(i)));
        }
    }

    private static String resolved(String base, String reference) {
        try {
            if (reference.startsWith("#")) {
                return withoutFragment(base) + reference;
            }
            URI uri = URI.create(reference);
            return uri.isAbsolute() ? reference : URI.create(base).resolve(uri).toString();
        } catch (IllegalArgumentException notAnAddress) {
            return reference;
        }
    }

    private static String decoded(String fragment) {
        try {
            return fragment.contains("%") ? new URI("x:x#" + fragment).getFragment() : fragment;
        } catch (java.net.URISyntaxException asItIs) {
            return fragment;
        }
    }

    private static String withoutFragment(String uri) {
        int hash = uri.indexOf('#');
        return hash < 0 ? uri : uri.substring(0, hash);
    }
}
