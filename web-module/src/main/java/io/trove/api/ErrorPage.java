package io.trove.api;

import io.trove.refusal.Refusal;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;

/** What the container could not answer: a page for people, a problem document for programs, a stack trace for nobody. */
@WebServlet(Places.ERROR)
public class ErrorPage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger("io.trove.api");
    private static final String PAGE = page();

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var id = RequestId.of(request, response);
        var problem = problem(request);
        if (problem.status() >= 500
                && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            LOG.log(Level.ERROR, "Request " + id.value() + " failed", thrown);
        }
        response.setStatus(problem.status());
        response.setHeader("Cache-Control", "no-store");
        if (isForPeople(request)) {
            show(response, problem, id);
        } else {
            response.setContentType(Problem.MEDIA_TYPE);
            write(response, problem.document(id));
        }
    }

    /** A page that was refused left the refusal, which says more than its status. */
    private static Problem problem(HttpServletRequest request) {
        return request.getAttribute(Refusal.class.getName()) instanceof Refusal refusal
                ? Problem.of(refusal)
                : Problem.of(status(request));
    }

    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 500;
    }

    private static boolean isForPeople(HttpServletRequest request) {
        var uri = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        var accept = request.getHeader("Accept");
        return !uri.startsWith("/api/") && accept != null && accept.contains("text/html");
    }

    private static void show(HttpServletResponse response, Problem problem, RequestId id) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'");
        write(
                response,
                PAGE.replace("{title}", escaped(problem.title()))
                        .replace("{detail}", escaped(problem.detail()))
                        .replace("{status}", Integer.toString(problem.status()))
                        .replace("{id}", id.value())
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** A refusal says what it was asked for, which may be anything. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("{", "&#123;");
    }

    /** Whoever failed may have begun to write, in one of the two ways that exclude each other. */
    private static void write(HttpServletResponse response, byte[] body) throws IOException {
        try {
            response.getOutputStream().write(body);
        } catch (IllegalStateException e) {
            response.resetBuffer();
            response.getWriter().write(new String(body, StandardCharsets.UTF_8));
        }
    }

    private static String page() {
        try (InputStream page = ErrorPage.class.getResourceAsStream("error.html")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
