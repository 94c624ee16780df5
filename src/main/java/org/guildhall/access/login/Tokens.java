package org.guildhall.access.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.guildhall.kernel.Ids;
import org.jspecify.annotations.Nullable;

/** What is derived from a session token: the hash we keep, and the proof that a request comes from our page. */
final class Tokens {

    static final String SESSION_COOKIE = "GUILDHALL_SESSION";
    static final String CSRF_COOKIE = "XSRF-TOKEN";
    static final String CSRF_HEADER = "X-XSRF-TOKEN";

    private Tokens() {}

    static byte[] hash(String token) {
        return Ids.sha256(token.getBytes(StandardCharsets.UTF_8));
    }

    /** The CSRF token of a session: follows from the secret token, so it needs no storage and can't be planted. */
    static String csrf(String token) {
        var bytes = Ids.sha256(("csrf:" + token).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static boolean same(@Nullable String given, String expected) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
