package org.guildhall.access.login;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Tells the API, its description and the machine's insides, which need a log-in, from the pages, which don't. */
final class Guarded {

    private Guarded() {}

    /** The address as the dispatcher will read it: a letter written as %61 is that letter. */
    static String path(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.indexOf('%') < 0 ? path : UriUtils.decode(path, StandardCharsets.UTF_8);
    }

    static boolean matches(HttpServletRequest request) {
        var path = path(request);
        return path.startsWith("/api/") || path.startsWith("/v3/") || machine(path);
    }

    /** The insides of the machine but its health. */
    static boolean machine(HttpServletRequest request) {
        return machine(path(request));
    }

    /** Whether this may be one of the pages and their files, which are only ever read. */
    static boolean page(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static boolean machine(String path) {
        return path.startsWith("/actuator") && !path.equals("/actuator/health");
    }
}
