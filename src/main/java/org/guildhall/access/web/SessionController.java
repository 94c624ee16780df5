package org.guildhall.access.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.ChangePassword;
import org.guildhall.access.Credentials;
import org.guildhall.access.SessionRow;
import org.guildhall.access.SessionView;
import org.guildhall.access.Sessions;
import org.guildhall.access.login.SessionCookies;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Logging in and out, and the own sessions and password. */
@RestController
@RequestMapping("/api/session")
@Tag(name = "session")
class SessionController {

    private final Sessions sessions;

    SessionController(Sessions sessions) {
        this.sessions = sessions;
    }

    @PostMapping
    @Operation(operationId = "logIn")
    SessionView logIn(
            @RequestBody @Valid Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        var opened = sessions.open(credentials, SessionCookies.origin(request));
        SessionCookies.set(request, response, opened.token());
        return opened.view();
    }

    @GetMapping
    @Operation(operationId = "getSession")
    SessionView current(HttpServletRequest request, HttpServletResponse response) {
        SessionCookies.prepare(request, response);
        return sessions.current();
    }

    @DeleteMapping
    @Operation(operationId = "logOut")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.close();
        SessionCookies.clear(request, response);
    }

    @PutMapping("/password")
    @Operation(operationId = "changePassword")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@RequestBody @Valid ChangePassword command) {
        sessions.changePassword(command);
    }

    @GetMapping("/all")
    @Operation(operationId = "listOwnSessions")
    List<SessionRow> mine() {
        return sessions.mine();
    }

    @DeleteMapping("/all/{id}")
    @Operation(operationId = "revokeOwnSession")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id) {
        sessions.revoke(id);
    }
}
