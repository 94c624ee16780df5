package org.guildhall.access.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import org.guildhall.access.Sessions.Origin;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The two cookies of a browser: the session's token, closed to scripts, and the CSRF token, open to our page. */
public final class SessionCookies {

    private static final SecureRandom RANDOM = new SecureRandom();

    private SessionCookies() {}

    /** Where the request comes from. */
    public static Origin origin(HttpServletRequest request) {
        return new Origin(Objects.requireNonNullElse(request.getHeader("User-Agent"), ""), request.getRemoteAddr());
    }

    /** Hands the browser its session. */
    public static void set(HttpServletRequest request, HttpServletResponse response, String token) {
        add(request, response, Tokens.SESSION_COOKIE, token, true);
        add(request, response, Tokens.CSRF_COOKIE, Tokens.csrf(token), false);
    }

    /** Before log-in, hands the browser a CSRF token to log in with; a session keeps its own. */
    public static void prepare(HttpServletRequest request, HttpServletResponse response) {
        if (CurrentSession.find().isEmpty()) {
            var bytes = new byte[32];
            RANDOM.nextBytes(bytes);
            var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            add(request, response, Tokens.CSRF_COOKIE, token, false);
        }
    }

    /** Takes the session's cookie away. */
    public static void clear(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie(request, Tokens.SESSION_COOKIE, "", true)
                        .maxAge(Duration.ZERO)
                        .build()
                        .toString());
    }

    private static void add(
            HttpServletRequest request, HttpServletResponse response, String name, String value, boolean closed) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie(request, name, value, closed).build().toString());
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(
            HttpServletRequest request, String name, String value, boolean closed) {
        return ResponseCookie.from(name, value)
                .path("/")
                .sameSite("Lax")
                .secure(request.isSecure())
                .httpOnly(closed);
    }
}
