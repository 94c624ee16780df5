package org.guildhall.access.login;

import jakarta.servlet.http.HttpServletRequest;

/** Tells the API, its description and the machine's insides, which need a log-in, from the pages, which don't. */
final class Guarded {

    private Guarded() {}

    static boolean matches(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/api/") || path.startsWith("/v3/") || machine(path);
    }

    /** The insides of the machine but its health. */
    static boolean machine(String path) {
        return path.startsWith("/actuator") && !path.equals("/actuator/health");
    }
}
