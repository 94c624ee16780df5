package org.guildhall.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.guildhall.platform.PlatformRefusal.BodyTooLarge;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses bodies above {@value #MOST_BYTES} bytes, and of undeclared length, before they are read. Files for import, which nobody
 * sends who is not logged in, come as multipart and have their own, larger limit.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BodyLimit extends OncePerRequestFilter {

    static final long MOST_BYTES = 16L << 20;
    private static final String UPLOADS = "/api/imports";

    private final JsonMapper json;

    BodyLimit(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var type = request.getContentType();
        boolean multipart = type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
        boolean upload = multipart && request.getMethod().equals("POST") && UPLOADS.equals(request.getRequestURI());
        boolean undeclared = request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null;
        if (!upload && (undeclared || request.getContentLengthLong() > MOST_BYTES)) {
            var problem = Problem.of(new BodyTooLarge(MOST_BYTES), request);
            response.setStatus(problem.status());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            json.writeValue(response.getOutputStream(), problem);
            return;
        }
        chain.doFilter(request, response);
    }
}
