package org.guildhall.access.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.ApiKey;
import org.guildhall.access.ApiKeys;
import org.guildhall.access.CreateApiKey;
import org.guildhall.access.CreatedApiKey;
import org.guildhall.access.Needs;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keys by which programs act. */
@RestController
@RequestMapping("/api/api-keys")
@Tag(name = "api-keys")
class ApiKeysController {

    private final ApiKeys keys;

    ApiKeysController(ApiKeys keys) {
        this.keys = keys;
    }

    @GetMapping
    @Operation(operationId = "listApiKeys")
    List<ApiKey> list() {
        return keys.list();
    }

    @PostMapping
    @Operation(operationId = "createApiKey")
    @Needs("access.keys-write")
    @ResponseStatus(HttpStatus.CREATED)
    CreatedApiKey create(@RequestBody @Valid CreateApiKey command) {
        return keys.create(command);
    }

    @DeleteMapping("/{id}")
    @Operation(operationId = "revokeApiKey")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id) {
        keys.revoke(id);
    }
}
