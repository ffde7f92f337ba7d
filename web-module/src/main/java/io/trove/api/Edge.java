package io.trove.api;

import io.trove.ledger.Burden;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What every request and every answer has: an id, also in the log, and the headers that keep browsers out of trouble. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class Edge implements Filter {
    @Inject
    private Cors cors;

    @Override
    public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) anyRequest;
        var response = (HttpServletResponse) anyResponse;
        RequestId.of(request, response).enter();
        try (var burden = Burden.begin()) {
            SafeHeaders.write(request, response);
            cors.write(request, response);
            chain.doFilter(request, response);
        } finally {
            RequestId.leave();
        }
    }
}
