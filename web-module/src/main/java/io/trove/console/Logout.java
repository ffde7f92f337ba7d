package io.trove.console;

import io.trove.access.IssuerUnavailable;
import io.trove.access.SignIn;
import io.trove.ledger.Caller;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;

/** Ends the session, and leads whom a provider signed in to where they sign out there. */
@WebServlet("/console/logout")
public class Logout extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String LOGIN = "/console/login";

    private static final String ON = """
            <!DOCTYPE html>
            <html lang="en"><title>Signing out</title>
            <p>You are signed out here. <a href="%s">Sign out of your organization’s account too</a></p>
            """;

    @Inject
    private transient Instance<Caller> caller;

    @Inject
    private transient SignIn signIn;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var known = caller.get();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.setHeader("Clear-Site-Data", "\"cache\"");
        try {
            var there = signIn.leave(known);
            if (there.isPresent()) {
                leadOn(there.get(), response);
            } else {
                response.sendRedirect(LOGIN);
            }
        } catch (IssuerUnavailable later) {
            response.sendRedirect(LOGIN + "?provider=left");
        }
    }

    /** No redirect: browsers hold one that follows a form to the pages that the form may be sent to, which are our own. */
    private static void leadOn(URI there, HttpServletResponse response) throws IOException {
        response.setHeader("Refresh", "0; url=" + there);
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
        response.setContentType("text/html;charset=utf-8");
        response.getWriter().write(ON.formatted(there.toString().replace("&", "&amp;")));
    }
}
