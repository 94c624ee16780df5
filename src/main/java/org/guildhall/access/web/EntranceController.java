package org.guildhall.access.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.guildhall.access.EntranceView;
import org.guildhall.access.Sessions;
import org.guildhall.access.login.SessionCookies;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a page asks first: whether somebody is logged in. Nobody is an answer here, not an error. */
@RestController
@RequestMapping("/api/entrance")
@Tag(name = "session")
class EntranceController {

    private final Sessions sessions;

    EntranceController(Sessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping
    @Operation(operationId = "getEntrance", summary = "Who is logged in, if anybody")
    EntranceView entrance(HttpServletRequest request, HttpServletResponse response) {
        SessionCookies.prepare(request, response);
        return sessions.entrance();
    }
}
