package io.trove.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Lets nobody believe that a parameter was heard: one that an operation does not know is refused, and so is one that is given twice. */
@Provider
public class Parameters implements ContainerRequestFilter {
    /** What an operation knows: by name, whether there may be several of it. */
    private record Of(Map<String, Boolean> names, boolean anyOther) {
        void check(String name, List<String> values) {
            var several = names.get(name);
            if (several == null && !anyOther) {
                throw new ParameterRefused(name, values.get(0), wanted());
            }
            if (several != null && !several && values.size() > 1) {
                throw new ParameterRefused(name, String.join(" and ", values), "one value");
            }
        }

        private String wanted() {
            return names.isEmpty() ? "no parameter" : "none but " + String.join(", ", new TreeSet<>(names.keySet()));
        }
    }

    private final Map<Method, Optional<Of>> known = new ConcurrentHashMap<>();

    @Context
    private ResourceInfo operation;

    @Context
    private HttpServletRequest asked;

    @Override
    public void filter(ContainerRequestContext request) {
        if (asked.getQueryString() == null) {
            return;
        }
        Optional.ofNullable(operation.getResourceMethod())
                .flatMap(method -> known.computeIfAbsent(method, Parameters::of))
                .ifPresent(of -> request.getUriInfo().getQueryParameters().forEach(of::check));
    }

    /** Nothing of a method that answers no operation of this API, such as what answers OPTIONS. */
    private static Optional<Of> of(Method method) {
        if (!method.getDeclaringClass().getPackageName().equals(Parameters.class.getPackageName())) {
            return Optional.empty();
        }
        var names = new HashMap<String, Boolean>();
        for (var argument : method.getParameters()) {
            var parameter = argument.getAnnotation(QueryParam.class);
            if (parameter != null) {
                names.put(parameter.value(), List.class.isAssignableFrom(argument.getType()));
            }
        }
        var more = method.getAnnotation(Knows.class);
        if (more != null) {
            Arrays.stream(more.value()).forEach(name -> names.put(name, true));
        }
        return Optional.of(new Of(names, more != null && more.value().length == 0));
    }
}
