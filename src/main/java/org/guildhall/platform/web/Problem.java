package org.guildhall.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.guildhall.kernel.Refusal;

/**
 * An HTTP problem (RFC 9457): a stable code for programs, facts for the sentence a person reads, the offending fields, and
 * the request's id for whoever has to find it again.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        String code,
        Map<String, Object> facts,
        List<Refusal.Field> fields,
        String requestId) {

    /** The problem for a reason, its detail in the language of the request. */
    static Problem of(Refusal.Reason reason, HttpServletRequest request) {
        return new Problem(
                URI.create("https://guildhall.dev/problems/" + reason.code()),
                title(reason.code()),
                status(reason.kind()),
                Sentences.in(request).of(reason),
                reason.code(),
                reason.facts(),
                reason.fields(),
                RequestId.of(request));
    }

    /** The status of each sort of refusal. */
    public static int status(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case WRONG_METHOD -> 405;
            case WRONG_ANSWER -> 406;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case WRONG_FORM -> 415;
            case RULE -> 422;
            case LIMITED -> 429;
        };
    }

    private static String title(String code) {
        var words = code.substring(code.indexOf('.') + 1).replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
