package io.trove.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Keeps an answer that a browser remembers for one site from another, whatever else a resource says that it varies by. */
@Provider
public class VaryByOrigin implements ContainerResponseFilter {
    @Inject
    private Cors cors;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var others = response.getHeaderString(HttpHeaders.VARY);
        if (others != null && cors.hasSites()) {
            response.getHeaders().putSingle(HttpHeaders.VARY, others + ", " + Cors.ORIGIN);
        }
    }
}
