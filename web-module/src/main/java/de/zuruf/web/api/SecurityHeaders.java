package de.zuruf.web.api;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Tells the browser what it may load and keep. Scripts come from this server only; the one inline script that the import
 * map must be is named by its hash. Answers of the API are kept nowhere, libraries with their version in the path for
 * a year.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SecurityHeaders implements Filter {
    private volatile String policy;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletResponse) response;
        var path = ((HttpServletRequest) request).getServletPath();
        if (policy == null) {
            policy = "default-src 'self'; script-src 'self' " + ImportMapHash.of(request.getServletContext())
                    + "; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' data:; object-src 'none';"
                    + " base-uri 'self'; form-action 'self'; frame-ancestors 'self'";
        }
        http.setHeader("Content-Security-Policy", policy);
        http.setHeader("X-Content-Type-Options", "nosniff");
        http.setHeader("Referrer-Policy", "same-origin");
        if (path.startsWith("/api")) {
            http.setHeader("Cache-Control", "no-store");
        } else if (path.startsWith("/webjars/")) {
            http.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        } else {
            http.setHeader("Cache-Control", "no-cache");
        }
        chain.doFilter(request, response);
    }
}
