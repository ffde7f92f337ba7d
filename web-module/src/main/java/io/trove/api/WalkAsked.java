package io.trove.api;

import io.trove.links.Graph;
import io.trove.links.Picture;
import io.trove.links.Scope;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** What the parameters of an address ask of a walk, and in which form. */
record WalkAsked(MultivaluedMap<String, String> parameters, Graph.Reach reach, PictureForm form) {

    /** With these bounds where the address names none. */
    static WalkAsked of(UriInfo address, String accept, int depth, int limit) {
        var parameters = address.getQueryParameters();
        var reach = new Graph.Reach(
                whole(parameters, "depth", depth), whole(parameters, "limit", limit), position(parameters));
        return new WalkAsked(parameters, reach, PictureForm.of(accept));
    }

    /** The event that the address is of. */
    Graph.Start of(String id) {
        return new Graph.Start(id, Numbers.version(one(parameters, "version")));
    }

    /** An event that a parameter names. */
    Graph.Start named(String name) {
        var id = one(parameters, name);
        if (id == null || id.isEmpty()) {
            throw new ParameterRefused(name, id, "the id of an event");
        }
        return new Graph.Start(id, Numbers.version(one(parameters, name + "Version")));
    }

    Scope scope(Scope.Direction byDefault) {
        return Scopes.of(one(parameters, "direction"), types(), byDefault);
    }

    /** Where something comes from, or what came of it: along parents, or along these types. */
    Scope lineage(Scope.Direction direction) {
        return Scope.of(direction, types().isEmpty() ? Set.of("parent") : Scopes.types(types()));
    }

    private List<String> types() {
        return parameters.getOrDefault("type", List.of());
    }

    Response answer(Picture picture) {
        Map<String, Object> bounds = new LinkedHashMap<>();
        picture.bounds().stream()
                .sorted()
                .forEach(bound -> bounds.put(
                        bound.text(),
                        switch (bound) {
                            case DEPTH -> reach.depth();
                            case LIMIT -> reach.limit();
                            case LINKS -> Picture.LINKS_MAX;
                            case EDGES -> Picture.EDGES_MAX;
                        }));
        return Documents.fresh(form.write(new Shown(picture, bounds)), form.mediaType(), java.util.Optional.empty());
    }

    private static OptionalLong position(MultivaluedMap<String, String> parameters) {
        var at = one(parameters, "at");
        if (at == null) {
            return OptionalLong.empty();
        }
        var position = Numbers.whole("at", at);
        if (position < 0) {
            throw new ParameterRefused("at", at, "a position");
        }
        return OptionalLong.of(position);
    }

    private static int whole(MultivaluedMap<String, String> parameters, String name, int byDefault) {
        var text = one(parameters, name);
        return text == null ? byDefault : Numbers.number(name, text);
    }

    private static String one(MultivaluedMap<String, String> parameters, String name) {
        var values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new ParameterRefused(name, String.join(" and ", values), "one value");
        }
        return values.isEmpty() ? null : values.get(0);
    }
}
