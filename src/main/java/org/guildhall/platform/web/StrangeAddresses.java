package org.guildhall.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers an address that no page or operation can have (a doubled slash, a hidden path) as any other bad input. */
@Component
class StrangeAddresses implements RequestRejectedHandler {

    private static final int SHOWN = 200;

    private final JsonMapper json;

    StrangeAddresses(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        var address = request.getRequestURI();
        var shown = address.length() > SHOWN ? address.substring(0, SHOWN) + "…" : address;
        var problem = Problem.of(new InvalidInput(List.of(new Refusal.Field("path", shown, "type"))), request);
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
