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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets files of the user interface be asked for one at a time until each has been served once. Open Liberty makes a mapping for a
 * file at its first request without guarding it: of two browsers that ask at the same moment, one gets an error (its issue
 * 30646).
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class FirstRequests implements Filter {
    /** Whoever reads slowly must not keep the others out for longer. */
    private static final long PATIENCE_MILLIS = 1_000;

    private final Set<String> served = ConcurrentHashMap.newKeySet();
    private final ReentrantLock one = new ReentrantLock();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = ((HttpServletRequest) request).getServletPath();
        if (path.startsWith("/api") || served.contains(path) || !entered()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
            if (((HttpServletResponse) response).getStatus() < HttpServletResponse.SC_BAD_REQUEST) {
                // Only what exists, so that nobody can make this grow.
                served.add(path);
            }
        } finally {
            one.unlock();
        }
    }

    private boolean entered() {
        try {
            return one.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // The server ends its threads; this request may still be answered.
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
