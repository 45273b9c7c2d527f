package de.zuruf.web.page;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Serves the user interface in place of the container's own default servlet, which registers each file on its first
 * request and fails when two browsers ask for the same one at that moment (Open Liberty issue 30646). What has changed
 * is seen by the hash of the content (RFC 9110, 8.8.3), so that a restart makes nobody load anything again.
 */
@WebServlet("/")
public class PageFiles extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final String PAGE = "/index.html";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = request.getServletPath();
        var path = asked.equals("/") || asked.isEmpty() ? PAGE : asked;
        var content = hidden(path) ? null : content(path);
        if (content == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var tag = '"' + hash(content) + '"';
        response.setHeader("ETag", tag);
        if (matches(request.getHeader("If-None-Match"), tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        var type = getServletContext().getMimeType(path);
        response.setContentType(type == null ? "application/octet-stream" : type);
        if (response.getContentType().startsWith("text/") || path.endsWith(".js")) {
            response.setCharacterEncoding("UTF-8");
        }
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    /** A client is not shown what it has sent; the header with its session would be in it. */
    @Override
    protected void doTrace(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    private byte[] content(String path) throws IOException {
        try (var file = getServletContext().getResourceAsStream(path)) {
            return file == null ? null : file.readAllBytes();
        }
    }

    /** {@return whether nobody outside may see the path: Servlet 6.1, 10.5, and folders} */
    static boolean hidden(String path) {
        var plain = path.toUpperCase(Locale.ROOT);
        return plain.startsWith("/WEB-INF")
                || plain.startsWith("/META-INF")
                || plain.contains("..")
                || plain.contains("\\")
                || plain.endsWith("/")
                || plain.indexOf('\0') >= 0;
    }

    /** {@return whether one of the tags of an If-None-Match header, weak or not, is the given one} */
    static boolean matches(String header, String tag) {
        if (header == null) {
            return false;
        }
        for (var one : header.split(",")) {
            var given = one.strip();
            // A proxy that compresses makes the tag a weak one.
            if (given.equals("*") || given.equals(tag) || given.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 12);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
