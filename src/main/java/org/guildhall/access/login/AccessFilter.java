package org.guildhall.access.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.acting.CurrentAccess;
import org.guildhall.access.login.SessionStore.Stored;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Finds out who asks, by session cookie or API key, proves that a changing request of a browser comes from our own page, and
 * binds the actor to the request. Costs no SQL while the session or key is remembered.
 */
class AccessFilter extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String LOG_IN = "/api/session";
    private static final String ENTRANCE = "/api/entrance";
    private static final Set<String> ALLOWED_BEFORE_PASSWORD_CHANGE = Set.of(LOG_IN, ENTRANCE, "/api/session/password");
    private static final String BEARER = "Bearer ";

    private final LiveSessions sessions;
    private final LiveApiKeys keys;
    private final CurrentAccess access;
    private final HandlerExceptionResolver problems;

    AccessFilter(LiveSessions sessions, LiveApiKeys keys, CurrentAccess access, HandlerExceptionResolver problems) {
        this.sessions = sessions;
        this.keys = keys;
        this.access = access;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Guarded.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            identify(request, response, chain);
        } catch (Refusal refusal) {
            problems.resolveException(request, response, null, refusal);
        }
    }

    private void identify(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authorization = request.getHeader("Authorization");
        var token = cookie(request, Tokens.SESSION_COOKIE);
        boolean logIn =
                request.getMethod().equals("POST") && Guarded.path(request).equals(LOG_IN);
        if (logIn) {
            requireSame(request, cookie(request, Tokens.CSRF_COOKIE));
            chain.doFilter(request, response);
        } else if (authorization != null) {
            asProgram(authorization, request, response, chain);
        } else if (token != null
                && !(asksWhoIsThere(request)
                        && sessions.find(Tokens.hash(token)).isEmpty())) {
            asStaff(token, request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** To whoever asks that, a session that has ended is none. */
    private static boolean asksWhoIsThere(HttpServletRequest request) {
        return request.getMethod().equals("GET") && Guarded.path(request).equals(ENTRANCE);
    }

    private void asProgram(
            String authorization, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!authorization.startsWith(BEARER)) {
            throw Refusal.of(new AccessRefusal.BadCredentials());
        }
        var key = keys.require(authorization.substring(BEARER.length()));
        as(new Actor.Program(key.id(), key.name()), () -> chain.doFilter(request, response));
    }

    private void asStaff(String token, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = sessions.require(Tokens.hash(token));
        if (!SAFE.contains(request.getMethod())) {
            requireSame(request, Tokens.csrf(token));
        }
        if (session.mustChange() && !ALLOWED_BEFORE_PASSWORD_CHANGE.contains(Guarded.path(request))) {
            throw Refusal.of(new AccessRefusal.PasswordChangeRequired());
        }
        bind(session, () -> chain.doFilter(request, response));
    }

    private void bind(Stored session, Exchange exchange) throws ServletException, IOException {
        as(session.actor(), () -> run(ScopedValue.where(CurrentSession.BOUND, session), exchange));
    }

    private void as(Actor actor, Exchange exchange) throws ServletException, IOException {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of()));
        try {
            access.during(actor, () -> {
                exchange.go();
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static void run(ScopedValue.Carrier carrier, Exchange exchange) throws Exception {
        carrier.call(() -> {
            exchange.go();
            return true;
        });
    }

    private interface Exchange {
        void go() throws Exception;
    }

    private static void requireSame(HttpServletRequest request, @Nullable String expected) {
        if (expected == null || !Tokens.same(request.getHeader(Tokens.CSRF_HEADER), expected)) {
            throw Refusal.of(new AccessRefusal.BadCsrfToken());
        }
    }

    private static @Nullable String cookie(HttpServletRequest request, String name) {
        var cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }
}
